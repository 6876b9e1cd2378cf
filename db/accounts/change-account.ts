import { and, eq } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import { type ManageAccount, type MoveAccount, readsFiles } from '@/lib/accounts/forms'
import type { AuditDeed } from '@/lib/audit/deeds'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { accounts } from '../schema'
import { teamStands } from '../teams/team-stands'
import { assertOwnPassword } from './assert-own-password'
import { invite } from './create-account'

type Found = { role: string; state: string; teamId: string | null; accessVersion: number; version: number }
type Change = { deed: AuditDeed; set: { state?: 'waiting' | 'disabled'; teamId?: string } }

/** The account a deed is about, once it is sure who asks: an admin, at the keyboard, and not about the own account. */
async function asked(ctx: Ctx, input: ManageAccount): Promise<Found> {
  if (!mayEver(ctx.actor.role, 'account:manage') || input.accountId === ctx.actor.id) throw new Refusal('forbidden')
  await assertOwnPassword(ctx, input.current)
  const { role, state, teamId, accessVersion, version } = accounts
  const [found] = await ctx.db
    .select({ role, state, teamId, accessVersion, version })
    .from(accounts)
    .where(eq(accounts.id, input.accountId))
  if (!found) throw new Refusal('not-found')
  if (found.version !== input.version) throw stale(found)
  if (found.state === 'disabled') throw new Refusal('forbidden')
  return found
}

const stale = ({ state, teamId, version }: Found) =>
  new Refusal('conflict', undefined, { state, teamId: teamId ?? '', version: String(version) })

/** Every change of what an account may do ends its sessions: they carry the rights they were opened with. */
async function change(ctx: Ctx, { found, id }: { found: Found; id: string }, { deed, set }: Change): Promise<void> {
  const changed = await ctx.db
    .update(accounts)
    .set({ ...set, accessVersion: found.accessVersion + 1, version: found.version + 1 })
    .where(and(eq(accounts.id, id), eq(accounts.version, found.version)))
    .returning({ id: accounts.id })
  if (changed.length === 0) throw stale(found)
  await record(ctx, deed, { objectIds: [id], teamId: set.teamId ?? found.teamId })
}

export const disableAccount = verb('account.disable', async (ctx: Ctx, input: ManageAccount) => {
  const found = await asked(ctx, input)
  await change(ctx, { found, id: input.accountId }, { deed: 'account.disable', set: { state: 'disabled' } })
  return { id: input.accountId }
})

/** A moved reader waits for a coordinator of the new team. Who reads no file has no team to be moved to. */
export const moveAccount = verb('account.move', async (ctx: Ctx, input: MoveAccount) => {
  const found = await asked(ctx, input)
  const { accountId: id, teamId } = input
  if (!readsFiles(found.role)) throw new Refusal('forbidden')
  if (!(await teamStands(ctx, teamId))) throw new Refusal('invalid', { teamId: 'not-on-list' })
  if (found.teamId === teamId) throw new Refusal('invalid', { teamId: 'already-there' })
  await change(ctx, { found, id }, { deed: 'account.move', set: { teamId, state: 'waiting' } })
  return { id }
})

/** A new one-time link: the old password stands until it is used; a reader waits for a coordinator's confirmation anew. */
export const inviteAgain = verb('account.invite', async (ctx: Ctx, input: ManageAccount) => {
  const found = await asked(ctx, input)
  const id = input.accountId
  const set = readsFiles(found.role) ? { state: 'waiting' as const } : {}
  await change(ctx, { found, id }, { deed: 'account.invite', set })
  return { id, token: await invite(ctx, id) }
})
