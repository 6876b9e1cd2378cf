import type { ManageAccount } from '@/lib/accounts/forms'
import { type Ctx, verb } from '../ctx'
import { askedAccount, changeAccount } from './change-account'

export const disableAccount = verb('account.disable', async (ctx: Ctx, input: ManageAccount) => {
  const found = await askedAccount(ctx, input)
  await changeAccount(ctx, found, { deed: 'account.disable', set: { state: 'disabled' } })
  return { id: found.id }
})
