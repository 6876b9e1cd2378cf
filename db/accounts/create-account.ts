import { randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import { type CreateAccount, emailKey, readsFiles } from '@/lib/accounts/forms'
import { sha256 } from '@/lib/audit/sha256'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { accounts } from '../schema'
import { teamStands } from '../teams/team-stands'
import { assertOwnPassword } from './assert-own-password'

/** A one-time link's secret, told once; the database keeps its hash. */
export async function invite(ctx: Ctx, accountId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const hash = sha256(Buffer.from(token, 'utf8'))
  await ctx.db.execute(sql`select invite(${hash}::bytea, ${accountId}::uuid, interval '3 days')`)
  return token
}

/** An account that can read files waits until a coordinator of its team confirms it. */
export const createAccount = verb('account.create', async (ctx: Ctx, input: CreateAccount) => {
  if (!mayEver(ctx.actor.role, 'account:manage')) throw new Refusal('forbidden')
  await assertOwnPassword(ctx, input.current)
  const teamId = readsFiles(input.role) ? (input.teamId ?? null) : null
  if (readsFiles(input.role) && !teamId) throw new Refusal('invalid', { teamId: 'required' })
  if (teamId && !(await teamStands(ctx, teamId))) throw new Refusal('invalid', { teamId: 'not-on-list' })
  const emailTag = ctx.vault.tag('email', emailKey(input.email))
  const [same] = await ctx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.emailTag, emailTag))
  if (same) throw new Refusal('invalid', { email: 'taken' })
  const id = newId()
  const state = readsFiles(input.role) ? 'waiting' : 'active'
  const email = ctx.vault.sealForHouse('account.email', id, Buffer.from(input.email, 'utf8'))
  const name = ctx.vault.sealForHouse('account.name', id, Buffer.from(input.name, 'utf8'))
  // In SQL, as drizzle names every column of a table, and a password is none that an admin may fill.
  await ctx.db.execute(
    sql`insert into account (id, team_id, role, state, email_tag, email, name, created_at) values (${id}::uuid, ${teamId}::uuid,
      ${input.role}, ${state}, ${emailTag}::bytea, ${email}::bytea, ${name}::bytea, ${ctx.now.toISOString()}::timestamptz)`,
  )
  const token = await invite(ctx, id)
  await record(ctx, 'account.create', { objectIds: [id], teamId, details: { role: input.role } })
  return { id, token }
})
