import { and, eq } from 'drizzle-orm'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { contactChannels } from '../schema'

/** A channel of this file, held until the deed is done; one of another file is not found. */
export async function findChannel(ctx: Ctx, of: { caseId: string; channelId: string }) {
  const [channel] = await ctx.db
    .select()
    .from(contactChannels)
    .where(and(eq(contactChannels.id, of.channelId), eq(contactChannels.caseId, of.caseId)))
    .for('update')
  if (!channel) throw new Refusal('not-found')
  return channel
}

export type FoundChannel = Awaited<ReturnType<typeof findChannel>>
