import { and, eq } from 'drizzle-orm'
import type { FollowCase } from '@/lib/together/forms'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { follows } from '../schema'

/** What changes in a followed file is told on the follower's home, as long as it is within reach. */
export const followCase = verb('case.follow', async (ctx: Ctx, input: FollowCase) => {
  const file = await findFile(ctx, input.ref, 'case:read')
  await ctx.db.insert(follows).values({ userId: ctx.actor.id, caseId: file.id, since: ctx.now }).onConflictDoNothing()
  await record(ctx, 'case.follow', { caseId: file.id, teamId: file.teamId })
  return { id: file.id, ref: file.ref }
})

export const unfollowCase = verb('case.unfollow', async (ctx: Ctx, input: FollowCase) => {
  const file = await findFile(ctx, input.ref, 'case:read')
  await ctx.db.delete(follows).where(and(eq(follows.userId, ctx.actor.id), eq(follows.caseId, file.id)))
  await record(ctx, 'case.unfollow', { caseId: file.id, teamId: file.teamId })
  return { id: file.id, ref: file.ref }
})
