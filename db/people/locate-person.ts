import { and, eq } from 'drizzle-orm'
import type { LocatePerson } from '@/lib/people/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { people } from '../schema'
import { findPerson } from './find-person'

/** Where somebody of the file is believed to be: the words under their own key, the province in clear for counts. */
export const locatePerson = verb('person.locate', async (ctx: Ctx, input: LocatePerson) => {
  const file = await findFile(ctx, input.ref, 'case:edit')
  const { personId, version, whereabouts, province } = input
  const person = await findPerson(ctx, { caseId: file.id, personId })
  const place = { caseId: file.id, personId, rowId: personId }
  const saved = await ctx.db
    .update(people)
    .set({
      whereabouts: ctx.vault.sealOptional('person.whereabouts', place, whereabouts),
      province: province ?? null,
      version: version + 1,
    })
    .where(and(eq(people.id, personId), eq(people.version, version)))
    .returning({ id: people.id })
  if (saved.length === 0) {
    throw new Refusal('conflict', undefined, {
      whereabouts: ctx.vault.openOptional('person.whereabouts', place, person.whereabouts) ?? '',
      province: person.province ?? '',
      version: String(person.version),
    })
  }
  const details = { fields: ['person.whereabouts', 'person.province'], version }
  await record(ctx, 'person.locate', { caseId: file.id, teamId: file.teamId, objectIds: [personId], details })
  return { id: file.id, ref: file.ref }
})
