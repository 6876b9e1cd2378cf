import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { Refusal } from '@/lib/refusal'
import { type Ctx, verb } from '../ctx'
import { readFeed } from '../calendar/make-feed'
import { readReminders } from '../reminders/set-reminders'
import { accounts, sessions } from '../schema'

export type SessionView = { id: string; startedAt: Date; seenAt: Date; here: boolean }
export type AccountView = {
  email: string
  sessions: SessionView[]
  feed: Awaited<ReturnType<typeof readFeed>>
  /** Whether e-mail says that tasks are due; null for whoever has none. */
  reminds: boolean | null
}

const sessionsMax = 100

/** The actor's own sessions that the next request could still come with: this one first, then the last used. */
export async function liveSessions(ctx: Ctx): Promise<SessionView[]> {
  const { id, startedAt, seenAt } = sessions
  const rows = await ctx.db
    .select({ id, startedAt, seenAt })
    .from(sessions)
    .innerJoin(accounts, and(eq(accounts.id, sessions.accountId), eq(accounts.accessVersion, sessions.accessVersion)))
    .where(
      and(
        eq(sessions.accountId, ctx.actor.id),
        isNull(sessions.endedAt),
        gt(sessions.idleUntil, ctx.now),
        gt(sessions.absoluteUntil, ctx.now),
      ),
    )
    .orderBy(desc(seenAt))
    .limit(sessionsMax)
  return rows
    .map((row) => ({ ...row, here: row.id === ctx.actor.sessionId }))
    .sort((one, other) => Number(other.here) - Number(one.here))
}

/** What a person may see of the own account. */
export const readAccount = verb('account.read', async (ctx: Ctx): Promise<AccountView> => {
  const [own] = await ctx.db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, ctx.actor.id))
  if (!own) throw new Refusal('not-found')
  return {
    email: ctx.vault.openForHouse('account.email', ctx.actor.id, own.email).toString('utf8'),
    sessions: await liveSessions(ctx),
    feed: await readFeed(ctx),
    reminds: await readReminders(ctx),
  }
})
