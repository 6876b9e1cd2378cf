import { and, eq, sql } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import type { ReadNotice } from '@/lib/cases/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { notices } from '../schema'

/** A coordinator has taken note; the notice leaves the board and stays in the log. */
export const readNotice = verb('notice.read', async (ctx: Ctx, input: ReadNotice) => {
  if (!mayEver(ctx.actor.role, 'grant:give')) throw new Refusal('forbidden')
  const read = await ctx.db
    .update(notices)
    .set({ readAt: ctx.now, version: sql`${notices.version} + 1` })
    .where(and(eq(notices.id, input.noticeId), eq(notices.version, input.version)))
    .returning({ id: notices.id })
  if (read.length === 0) throw new Refusal('not-found')
  await record(ctx, 'notice.read', { objectIds: [input.noticeId] })
})
