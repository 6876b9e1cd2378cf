import { sql } from 'drizzle-orm'
import type { SetLook } from '@/lib/accounts/forms'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'

/** The account's language, time zone and theme. */
export const setLook = verb('account.look', async (ctx: Ctx, look: SetLook) => {
  await ctx.db.execute(sql`select set_my_look(${look.locale}, ${look.timeZone}, ${look.theme})`)
  await record(ctx, 'account.look', { objectIds: [ctx.actor.id] })
  return look
})
