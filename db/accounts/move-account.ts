import { type MoveAccount, readsFiles } from '@/lib/accounts/forms'
import { Refusal } from '@/lib/refusal'
import { type Ctx, verb } from '../ctx'
import { teamStands } from '../teams/team-stands'
import { askedAccount, changeAccount } from './change-account'

/** A moved reader waits for a coordinator of the new team. Who reads no file has no team to be moved to. */
export const moveAccount = verb('account.move', async (ctx: Ctx, input: MoveAccount) => {
  const found = await askedAccount(ctx, input)
  const { teamId } = input
  if (!readsFiles(found.role)) throw new Refusal('forbidden')
  if (!(await teamStands(ctx, teamId))) throw new Refusal('invalid', { teamId: 'not-on-list' })
  if (found.teamId === teamId) throw new Refusal('invalid', { teamId: 'already-there' })
  await changeAccount(ctx, found, { deed: 'account.move', set: { teamId, state: 'waiting' } })
  return { id: found.id }
})
