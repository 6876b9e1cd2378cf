import { eq } from 'drizzle-orm'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { birthsOf, isParentTooYoung } from '@/lib/people/is-parent-too-young'
import { type Relation, admitRelation, relationships as types } from '@/lib/people/relationships'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { people, relationships } from '../schema'

const peopleMax = 500
const relationsMax = 500

/** `except` is the relationship that this one replaces; `isChecked` that somebody has looked at the ages. */
export type AskedRelation = Relation & { caseId: string; isChecked: boolean; except?: string }

const relationshipOf = (code: string) => types.find((type) => type === code) ?? 'OTHER_RELATIVE'

/** Both are of this file, the relation contradicts none that stands, and a parent who seems too young was looked at. */
export async function assertRelation(ctx: Ctx, asked: AskedRelation): Promise<void> {
  const { caseId, from, to, type } = asked
  const [everyone, standing] = await Promise.all([
    ctx.db
      .select({ id: people.id, birth: people.birth })
      .from(people)
      .where(eq(people.caseId, caseId))
      .limit(peopleMax),
    ctx.db.select().from(relationships).where(eq(relationships.caseId, caseId)).limit(relationsMax),
  ])
  if (![from, to].every((id) => everyone.some((person) => person.id === id))) throw new Refusal('not-found')
  const others = standing
    .filter(({ id }) => id !== asked.except)
    .map((row) => ({ from: row.fromPerson, to: row.toPerson, type: relationshipOf(row.type) }))
  const problems = admitRelation(others, { from, to, type })
  if (Object.keys(problems).length > 0) throw new Refusal('invalid', problems)
  const births = birthsOf({ from, to, type }, (personId) => {
    const sealed = everyone.find(({ id }) => id === personId)?.birth ?? null
    const birth = ctx.vault.openOptional('person.birth', { caseId, personId, rowId: personId }, sealed)
    return birth === null ? null : fromEdtf(birth)
  })
  if (births && isParentTooYoung(births) && !asked.isChecked) {
    throw new Refusal('invalid', { isChecked: 'parent-too-young' })
  }
}
