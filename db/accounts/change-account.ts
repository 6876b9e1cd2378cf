import { and, eq } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import type { ManageAccount } from '@/lib/accounts/forms'
import type { AuditDeed } from '@/lib/audit/deeds'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import type { Ctx } from '../ctx'
import { accounts } from '../schema'
import { assertOwnPassword } from './assert-own-password'

type Found = { id: string; role: string; state: string; teamId: string | null; accessVersion: number; version: number }
type Change = { deed: AuditDeed; set: { state?: 'waiting' | 'disabled'; teamId?: string } }

/** The account a deed is about, once it is sure who asks: an admin, at the keyboard, and not about the own account. */
export async function askedAccount(ctx: Ctx, input: ManageAccount): Promise<Found> {
  if (!mayEver(ctx.actor.role, 'account:manage') || input.accountId === ctx.actor.id) throw new Refusal('forbidden')
  await assertOwnPassword(ctx, input.current)
  const { id, role, state, teamId, accessVersion, version } = accounts
  const [found] = await ctx.db
    .select({ id, role, state, teamId, accessVersion, version })
    .from(accounts)
    .where(eq(id, input.accountId))
  if (!found) throw new Refusal('not-found')
  if (found.version !== input.version) throw stale(found)
  if (found.state === 'disabled') throw new Refusal('forbidden')
  return found
}

const stale = ({ state, teamId, version }: Found) =>
  new Refusal('conflict', undefined, { state, teamId: teamId ?? '', version: String(version) })

/** Every change of what an account may do ends its sessions: they carry the rights they were opened with. */
export async function changeAccount(ctx: Ctx, found: Found, { deed, set }: Change): Promise<void> {
  const changed = await ctx.db
    .update(accounts)
    .set({ ...set, accessVersion: found.accessVersion + 1, version: found.version + 1 })
    .where(and(eq(accounts.id, found.id), eq(accounts.version, found.version)))
    .returning({ id: accounts.id })
  if (changed.length === 0) throw stale(found)
  await record(ctx, deed, { objectIds: [found.id], teamId: set.teamId ?? found.teamId })
}
