import { sql } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import type { OneAccount } from '@/lib/accounts/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'

/** A coordinator lets a waiting account of the own team take effect. */
export const confirmAccount = verb('account.confirm', async (ctx: Ctx, input: OneAccount) => {
  if (!mayEver(ctx.actor.role, 'account:confirm')) throw new Refusal('forbidden')
  const [row] = await ctx.db.execute(sql`select confirm_account(${input.accountId}::uuid) as confirmed`)
  if (row?.['confirmed'] !== true) throw new Refusal('not-found')
  await record(ctx, 'account.confirm', { objectIds: [input.accountId] })
})
