import { and, eq } from 'drizzle-orm'
import { isFrozen } from '@/lib/contacts/admit-attempt'
import type { UnfreezeChannel } from '@/lib/contacts/forms'
import { channelStateOf } from '@/lib/people/channels'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { projectCase } from '../cases/project-case'
import { type Ctx, verb } from '../ctx'
import { contactChannels } from '../schema'
import { findChannel } from './find-channel'

/** A coordinator's decision, with its reason in the log: the channel may be tried again, and counts as untested. */
export const unfreezeChannel = verb('channel.unfreeze', async (ctx: Ctx, input: UnfreezeChannel) => {
  const file = await findFile(ctx, input.ref, 'proposal:decide')
  const { channelId, version, reason } = input
  const channel = await findChannel(ctx, { caseId: file.id, channelId })
  const saved = await ctx.db
    .update(contactChannels)
    .set({ state: 'untested', version: version + 1 })
    .where(and(eq(contactChannels.id, channelId), eq(contactChannels.version, version)))
    .returning({ id: contactChannels.id })
  if (saved.length === 0) throw new Refusal('conflict', undefined, { version: String(channel.version) })
  if (!isFrozen(channelStateOf(channel.state))) throw new Refusal('invalid', { reason: 'not-frozen' })
  await projectCase(ctx, file.id)
  const details = { from: channel.state, version, reason }
  await record(ctx, 'channel.unfreeze', { caseId: file.id, teamId: file.teamId, objectIds: [channelId], details })
  return { id: file.id, ref: file.ref }
})
