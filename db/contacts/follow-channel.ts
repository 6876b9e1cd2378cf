import { and, desc, eq, ne } from 'drizzle-orm'
import { type ContactOutcome, channelAfter, channelStateOf } from '@/lib/people/channels'
import { projectCase } from '../cases/project-case'
import type { Ctx } from '../ctx'
import { contactChannels, contactLogs } from '../schema'

const attemptsRead = 10

export type Attempt = { logId: string; channelId: string; outcome: ContactOutcome }

/** What an attempt says of its channel: a stranger's voice or duress closes it at once, silence only after a while. */
export async function followChannel(ctx: Ctx, { logId, channelId, outcome }: Attempt): Promise<void> {
  const [channel] = await ctx.db.select().from(contactChannels).where(eq(contactChannels.id, channelId)).for('update')
  if (!channel) return
  const before = await ctx.db
    .select({ outcome: contactLogs.outcome })
    .from(contactLogs)
    .where(and(eq(contactLogs.channelId, channelId), ne(contactLogs.id, logId)))
    .orderBy(desc(contactLogs.recordedAt))
    .limit(attemptsRead)
  const reached = before.findIndex((attempt) => attempt.outcome === 'reached')
  const state = channelAfter(outcome, {
    state: channelStateOf(channel.state),
    failuresBefore: reached < 0 ? before.length : reached,
  })
  if (state === channel.state) return
  await ctx.db
    .update(contactChannels)
    .set({ state, version: channel.version + 1 })
    .where(eq(contactChannels.id, channelId))
  if (state === 'compromised') await projectCase(ctx, channel.caseId)
}
