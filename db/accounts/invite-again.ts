import { type ManageAccount, readsFiles } from '@/lib/accounts/forms'
import { type Ctx, verb } from '../ctx'
import { askedAccount, changeAccount } from './change-account'
import { invite } from './create-account'

/** A new one-time link: the old password stands until it is used; a reader waits for a coordinator's confirmation anew. */
export const inviteAgain = verb('account.invite', async (ctx: Ctx, input: ManageAccount) => {
  const found = await askedAccount(ctx, input)
  const set = readsFiles(found.role) ? { state: 'waiting' as const } : {}
  await changeAccount(ctx, found, { deed: 'account.invite', set })
  return { id: found.id, token: await invite(ctx, found.id) }
})
