import { and, eq } from 'drizzle-orm'
import type { RevealContact } from '@/lib/people/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { contactChannels, contactValues } from '../schema'

/** One value at a time, with the phrase by which both ends know each other, and each time an entry in the same transaction. */
export const revealContact = verb('contact.reveal', async (ctx: Ctx, input: RevealContact) => {
  const file = await findFile(ctx, input.ref, 'contact:reveal')
  const [row] = await ctx.db
    .select({ value: contactValues.value, codePhrase: contactValues.codePhrase, personId: contactChannels.personId })
    .from(contactValues)
    .innerJoin(contactChannels, eq(contactChannels.id, contactValues.channelId))
    .where(and(eq(contactValues.channelId, input.channelId), eq(contactValues.caseId, file.id)))
  if (!row) throw new Refusal('not-found')
  await record(ctx, 'contact.reveal', { caseId: file.id, teamId: file.teamId, objectIds: [input.channelId] })
  const place = { caseId: file.id, personId: row.personId, rowId: input.channelId }
  const revealed = ctx.vault.open('contact_value.value', place, row.value)
  const phrase = ctx.vault.openOptional('contact_value.code_phrase', place, row.codePhrase)
  return { id: file.id, ref: file.ref, revealed, ...(phrase !== null && { phrase }) }
})
