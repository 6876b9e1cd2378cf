import { asc, eq } from 'drizzle-orm'
import type { Ctx } from '../ctx'
import { people, personNames, relationships } from '../schema'

const rowsMax = 200
const scripts = ['Hang', 'Latn', 'Hani', 'Kana', 'Cyrl', 'Zzzz']
const rank = (script: string) => scripts.indexOf(script)

/** The people of one file with their names, the subject first. */
export async function readPeople(ctx: Ctx, caseId: string) {
  const [persons, names, relations] = await Promise.all([
    ctx.db.select().from(people).where(eq(people.caseId, caseId)).orderBy(asc(people.recordedAt)).limit(rowsMax),
    ctx.db
      .select()
      .from(personNames)
      .where(eq(personNames.caseId, caseId))
      .orderBy(asc(personNames.recordedAt), asc(personNames.id))
      .limit(rowsMax),
    ctx.db
      .select()
      .from(relationships)
      .where(eq(relationships.caseId, caseId))
      .orderBy(asc(relationships.recordedAt))
      .limit(rowsMax),
  ])
  const { vault } = ctx
  const opened = names.map(({ id, personId, text, script, kind, scheme, isPrimary }) => ({
    id,
    personId,
    text: vault.open('person_name.text', { caseId, personId, rowId: id }, text),
    script,
    kind,
    scheme,
    isPrimary,
  }))
  const byScript = [...opened].sort((a, b) => rank(a.script) - rank(b.script))
  const shown = persons.map(({ id, role, sex, birth, ageBand, version }) => ({
    id,
    role,
    sex,
    ageBand,
    version,
    birth: vault.openOptional('person.birth', { caseId, personId: id, rowId: id }, birth),
    names: byScript.filter((name) => name.personId === id),
  }))
  return {
    people: [...shown].sort((a, b) => Number(b.role === 'subject') - Number(a.role === 'subject')),
    relationships: relations.map(({ id, fromPerson, toPerson, type, certainty, disclosure }) => ({
      id,
      fromPerson,
      toPerson,
      type,
      certainty,
      disclosure,
    })),
  }
}

export type PersonView = Awaited<ReturnType<typeof readPeople>>['people'][number]
export type RelationshipView = Awaited<ReturnType<typeof readPeople>>['relationships'][number]
