import { serverEnv } from '@/app/serving'
import { makeFeed } from '@/db/calendar/make-feed'
import { type Ctx, verb } from '@/db/ctx'

/** The address of a new feed as the link that is told once. */
export const feedLink = verb(makeFeed.deed, async (ctx: Ctx) => {
  const { token } = await makeFeed(ctx, undefined)
  return { told: new URL(`/api/calendar/${token}`, serverEnv().nextAuthUrl ?? 'http://localhost').href }
})
