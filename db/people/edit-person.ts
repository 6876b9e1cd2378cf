import { and, eq } from 'drizzle-orm'
import { isFuture } from '@/lib/dates/compare'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { presentPartialDate } from '@/lib/dates/present-partial-date'
import type { EditPerson } from '@/lib/people/forms'
import { ageBandOf } from '@/lib/people/age-band'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { people } from '../schema'
import { findPerson } from './find-person'

/** Sex and birth of a person; a save upon a version that is no longer the newest is refused with both values. */
export const editPerson = verb('person.edit', async (ctx: Ctx, input: EditPerson) => {
  const file = await findFile(ctx, input.ref, 'case:edit')
  const { personId, version, sex } = input
  if (input.birth && isFuture(input.birth, ctx.now)) throw new Refusal('invalid', { birth: 'future-date' })
  const person = await findPerson(ctx, { caseId: file.id, personId })
  const place = { caseId: file.id, personId, rowId: personId }
  const saved = await ctx.db
    .update(people)
    .set({
      sex,
      birth: ctx.vault.sealOptional('person.birth', place, input.birth?.edtf),
      ageBand: input.birth ? ageBandOf(input.birth, ctx.now) : null,
      version: version + 1,
    })
    .where(and(eq(people.id, personId), eq(people.version, version)))
    .returning({ id: people.id })
  if (saved.length === 0) {
    const birth = ctx.vault.openOptional('person.birth', place, person.birth)
    throw new Refusal('conflict', undefined, {
      sex: person.sex,
      birth: birth === null ? '' : presentPartialDate(fromEdtf(birth), ctx.actor.locale),
      version: String(person.version),
    })
  }
  const details = { fields: ['person.sex', 'person.birth'], version }
  await record(ctx, 'person.edit', { caseId: file.id, teamId: file.teamId, objectIds: [personId], details })
  return { id: file.id, ref: file.ref }
})
