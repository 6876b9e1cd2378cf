import { and, eq } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import { type MoveAccount, type OneAccount, readsFiles } from '@/lib/accounts/forms'
import type { AuditDeed } from '@/lib/audit/deeds'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { accounts } from '../schema'
import { teamStands } from '../teams/team-stands'
import { invite } from './create-account'

const seen = (ctx: Ctx, input: OneAccount) =>
  ctx.db
    .select({ role: accounts.role, state: accounts.state, teamId: accounts.teamId, accessVersion: accounts.accessVersion })
    .from(accounts)
    .where(eq(accounts.id, input.accountId))

type Change = { deed: AuditDeed; set: { state?: 'waiting' | 'disabled'; teamId?: string } }

/** Every change of what an account may do ends its sessions: they carry the rights they were opened with. */
async function change(ctx: Ctx, input: OneAccount, { deed, set }: Change): Promise<void> {
  if (!mayEver(ctx.actor.role, 'account:manage')) throw new Refusal('forbidden')
  if (input.accountId === ctx.actor.id) throw new Refusal('forbidden')
  const [found] = await seen(ctx, input)
  if (!found) throw new Refusal('not-found')
  const moved = await ctx.db
    .update(accounts)
    .set({ ...set, accessVersion: found.accessVersion + 1, version: input.version + 1 })
    .where(and(eq(accounts.id, input.accountId), eq(accounts.version, input.version)))
    .returning({ id: accounts.id })
  if (moved.length === 0) throw new Refusal('conflict', undefined, { state: found.state })
  await record(ctx, deed, { objectIds: [input.accountId], teamId: set.teamId ?? found.teamId })
}

export const disableAccount = verb('account.disable', (ctx: Ctx, input: OneAccount) =>
  change(ctx, input, { deed: 'account.disable', set: { state: 'disabled' } }),
)

/** A moved reader waits for a coordinator of the new team. */
export const moveAccount = verb('account.move', async (ctx: Ctx, input: MoveAccount) => {
  if (!(await teamStands(ctx, input.teamId))) throw new Refusal('invalid', { teamId: 'not-on-list' })
  await change(ctx, input, { deed: 'account.move', set: { teamId: input.teamId, state: 'waiting' } })
})

/** A new one-time link: the old password stands until it is used; a reader waits for a coordinator's confirmation anew. */
export const inviteAgain = verb('account.invite', async (ctx: Ctx, input: OneAccount) => {
  if (!mayEver(ctx.actor.role, 'account:manage')) throw new Refusal('forbidden')
  const [found] = await seen(ctx, input)
  if (!found || found.state === 'disabled') throw new Refusal('not-found')
  if (readsFiles(found.role)) await change(ctx, input, { deed: 'account.invite', set: { state: 'waiting' } })
  const token = await invite(ctx, input.accountId)
  if (!readsFiles(found.role)) await record(ctx, 'account.invite', { objectIds: [input.accountId] })
  return { id: input.accountId, token }
})
