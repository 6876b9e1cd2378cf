import { sql } from 'drizzle-orm'
import type { EndSession } from '@/lib/accounts/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { liveSessions } from './read-account'

/** Ends one of the actor's own sessions, this one too: the next request with it is signed out. The entry comes first, while there is still somebody to write it. */
export const endSession = verb('account.session-end', async (ctx: Ctx, input: EndSession) => {
  await record(ctx, 'account.session-end', { objectIds: [input.sessionId] })
  const [row] = await ctx.db.execute(sql`select end_session(${input.sessionId}::uuid) as ended`)
  if (row?.['ended'] !== true) throw new Refusal('not-found')
})

/** Ends every session of the actor but the one that asks. */
export const endOtherSessions = verb('account.session-end', async (ctx: Ctx) => {
  const others = (await liveSessions(ctx)).filter(({ here }) => !here).map(({ id }) => id)
  for (const id of others) await ctx.db.execute(sql`select end_session(${id}::uuid)`)
  await record(ctx, 'account.session-end', { objectIds: others })
})

export const signOut = verb('account.sign-out', async (ctx: Ctx) => {
  await record(ctx, 'account.sign-out', { objectIds: [ctx.actor.sessionId] })
  await ctx.db.execute(sql`select end_session(${ctx.actor.sessionId}::uuid)`)
})
