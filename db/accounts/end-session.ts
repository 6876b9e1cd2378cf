import { sql } from 'drizzle-orm'
import type { EndSession } from '@/lib/accounts/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'

/** Ends one of the actor's own sessions: the next request with it is signed out. */
export const endSession = verb('account.session-end', async (ctx: Ctx, input: EndSession) => {
  const [row] = await ctx.db.execute(sql`select end_session(${input.sessionId}::uuid) as ended`)
  if (row?.['ended'] !== true) throw new Refusal('not-found')
  await record(ctx, 'account.session-end', { objectIds: [input.sessionId] })
})

export const signOut = verb('account.sign-out', async (ctx: Ctx) => {
  await record(ctx, 'account.sign-out', { objectIds: [ctx.actor.sessionId] })
  await ctx.db.execute(sql`select end_session(${ctx.actor.sessionId}::uuid)`)
})
