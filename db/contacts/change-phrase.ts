import { and, eq, sql } from 'drizzle-orm'
import type { ChangePhrase } from '@/lib/contacts/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { contactChannels } from '../schema'
import { findChannel } from './find-channel'

/** The words by which both ends know each other: new ones, or none any more. Neither the log nor a conflict says them. */
export const changePhrase = verb('channel.phrase', async (ctx: Ctx, input: ChangePhrase) => {
  const file = await findFile(ctx, input.ref, 'case:edit')
  const { channelId, version, codePhrase } = input
  const channel = await findChannel(ctx, { caseId: file.id, channelId })
  const saved = await ctx.db
    .update(contactChannels)
    .set({ version: version + 1 })
    .where(and(eq(contactChannels.id, channelId), eq(contactChannels.version, version)))
    .returning({ id: contactChannels.id })
  if (saved.length === 0) throw new Refusal('conflict', undefined, { version: String(channel.version) })
  const place = { caseId: file.id, personId: channel.personId, rowId: channelId }
  const sealed = ctx.vault.sealOptional('contact_value.code_phrase', place, codePhrase)
  await ctx.db.execute(sql`select set_code_phrase(${channelId}::uuid, ${sealed}::bytea)`)
  const details = { fields: ['contact_value.code_phrase'], version, isRemoved: codePhrase === undefined }
  await record(ctx, 'channel.phrase', { caseId: file.id, teamId: file.teamId, objectIds: [channelId], details })
  return { id: file.id, ref: file.ref }
})
