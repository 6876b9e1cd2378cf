import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { readSetting } from '../house/set-house'
import { calendarFeeds } from '../schema'
import { feedHash } from './feed-days'

function assertHasTasks({ actor }: Ctx): void {
  if (!mayEver(actor.role, 'task:keep')) throw new Refusal('forbidden')
}

const live = (ctx: Ctx) => and(eq(calendarFeeds.accountId, ctx.actor.id), isNull(calendarFeeds.endedAt))

const end = (ctx: Ctx) =>
  ctx.db.update(calendarFeeds).set({ endedAt: ctx.now }).where(live(ctx)).returning({ id: calendarFeeds.id })

/** Whether calendars may ask at all, and since when the actor has an address; never the address. */
export async function readFeed(ctx: Ctx): Promise<{ isOn: boolean; since: Date | null } | null> {
  if (!mayEver(ctx.actor.role, 'task:keep')) return null
  const setting = await readSetting(ctx, 'calendar-feeds')
  const [feed] = await ctx.db.select({ since: calendarFeeds.createdAt }).from(calendarFeeds).where(live(ctx))
  return { isOn: setting.value === 'on', since: feed?.since ?? null }
}

/** A new address for the actor's own calendar, told this once; the one before it ends. */
export const makeFeed = verb('calendar.make', async (ctx: Ctx) => {
  assertHasTasks(ctx)
  if ((await readSetting(ctx, 'calendar-feeds')).value !== 'on') throw new Refusal('forbidden')
  await end(ctx)
  const [id, token] = [randomUUID(), randomBytes(32).toString('base64url')]
  await ctx.db
    .insert(calendarFeeds)
    .values({ id, accountId: ctx.actor.id, tokenHash: feedHash(token), createdAt: ctx.now })
  await record(ctx, 'calendar.make', { objectIds: [id] })
  return { token }
})

/** The actor's address answers nobody any more. */
export const revokeFeed = verb('calendar.revoke', async (ctx: Ctx) => {
  assertHasTasks(ctx)
  const ended = await end(ctx)
  await record(ctx, 'calendar.revoke', { objectIds: ended.map(({ id }) => id) })
})
