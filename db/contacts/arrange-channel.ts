import { and, eq } from 'drizzle-orm'
import type { ArrangeChannel } from '@/lib/contacts/forms'
import { safeWindowFrom } from '@/lib/contacts/safe-window'
import { Refusal } from '@/lib/refusal'
import { fileHolders } from '../accounts/list-staff'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { contactChannels } from '../schema'
import { type FoundChannel, findChannel } from './find-channel'

/** What another has meanwhile arranged, field by field as the form asks for it. */
function theirs(ctx: Ctx, channel: FoundChannel): Record<string, string> {
  const place = { caseId: channel.caseId, personId: channel.personId, rowId: channel.id }
  const window = safeWindowFrom(ctx.vault.openOptional('contact_channel.safe_window', place, channel.safeWindow))
  return {
    from: window?.from ?? '',
    until: window?.until ?? '',
    zone: window?.zone ?? '',
    knownTo: channel.knownTo ?? '',
    version: String(channel.version),
  }
}

/** When somebody may safely be called through a channel, and whose voice alone is known there. */
export const arrangeChannel = verb('channel.arrange', async (ctx: Ctx, input: ArrangeChannel) => {
  const file = await findFile(ctx, input.ref, 'case:edit')
  const { channelId, version, safeWindow, knownTo } = input
  const [channel, colleagues] = await Promise.all([
    findChannel(ctx, { caseId: file.id, channelId }),
    knownTo === undefined ? [] : fileHolders(ctx, file.teamId),
  ])
  if (knownTo !== undefined && knownTo !== channel.knownTo && !colleagues.some(({ id }) => id === knownTo)) {
    throw new Refusal('invalid', { knownTo: 'not-on-list' })
  }
  const place = { caseId: file.id, personId: channel.personId, rowId: channelId }
  const sealed = safeWindow && ctx.vault.seal('contact_channel.safe_window', place, JSON.stringify(safeWindow))
  const saved = await ctx.db
    .update(contactChannels)
    .set({ safeWindow: sealed, knownTo: knownTo ?? null, version: version + 1 })
    .where(and(eq(contactChannels.id, channelId), eq(contactChannels.version, version)))
    .returning({ id: contactChannels.id })
  if (saved.length === 0) throw new Refusal('conflict', undefined, theirs(ctx, channel))
  const details = { fields: ['contact_channel.safe_window', 'contact_channel.known_to'], version }
  await record(ctx, 'channel.arrange', { caseId: file.id, teamId: file.teamId, objectIds: [channelId], details })
  return { id: file.id, ref: file.ref }
})
