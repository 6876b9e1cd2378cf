import { sql } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import type { OneAccount } from '@/lib/accounts/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { waitingAccounts } from './waiting-accounts'

/** A coordinator lets a waiting account take effect, once its person has used the one-time link. */
export const confirmAccount = verb('account.confirm', async (ctx: Ctx, input: OneAccount) => {
  if (!mayEver(ctx.actor.role, 'account:confirm')) throw new Refusal('forbidden')
  const found = (await waitingAccounts(ctx)).find(({ id }) => id === input.accountId)
  if (!found) throw new Refusal('not-found')
  if (found.version !== input.version) throw new Refusal('conflict', undefined, { version: String(found.version) })
  const [row] = await ctx.db.execute(sql`select confirm_account(${input.accountId}::uuid) as confirmed`)
  if (row?.['confirmed'] !== true) throw new Refusal('forbidden')
  await record(ctx, 'account.confirm', { objectIds: [input.accountId], teamId: found.teamId })
})
