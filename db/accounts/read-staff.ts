import { asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { mayEver } from '@/lib/access/can'
import type { AccountQuery } from '@/lib/accounts/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { readSetting } from '../house/set-house'
import { accounts } from '../schema'
import { type Team, listTeams } from './list-staff'

const staffMax = 500

export type Managed = {
  id: string
  name: string
  email: string
  role: string
  state: string
  teamId: string | null
  version: number
  /** Whether the one-time link has been used; nobody can sign in before. */
  joined: boolean
  own: boolean
}

export type Staff = {
  people: Managed[]
  teams: (Team & { members: number })[]
  feeds: { value: string; version: number }
}

const { id, name, email, role, state, teamId, version } = accounts
const columns = { id, name, email, role, state, teamId, version }

type Row = Omit<Managed, 'name' | 'email' | 'joined' | 'own'> & { name: Uint8Array; email: Uint8Array }

async function managed(ctx: Ctx, rows: Row[]): Promise<Managed[]> {
  const found = z
    .array(z.object({ unjoined: z.uuid() }))
    .parse([...(await ctx.db.execute(sql`select unjoined() as unjoined`))])
  const unjoined = new Set(found.map((row) => row.unjoined))
  return rows.map((row) => ({
    ...row,
    name: ctx.vault.nameForHouse('account.name', row.id, row.name),
    email: ctx.vault.openForHouse('account.email', row.id, row.email).toString('utf8'),
    joined: !unjoined.has(row.id),
    own: row.id === ctx.actor.id,
  }))
}

/** Every account with its address, and every team with how many people it has: for who manages them. */
export const readStaff = verb('account.read', async (ctx: Ctx): Promise<Staff> => {
  if (!mayEver(ctx.actor.role, 'account:manage')) throw new Refusal('forbidden')
  const rows = await ctx.db.select(columns).from(accounts).orderBy(asc(accounts.createdAt), asc(id)).limit(staffMax)
  const byName = new Intl.Collator(ctx.actor.locale)
  const sorted = <Named extends { name: string }>(named: Named[]) =>
    named.sort((a, b) => byName.compare(a.name, b.name))
  const people = sorted(await managed(ctx, rows))
  const teams = sorted(await listTeams(ctx)).map((team) => ({
    ...team,
    members: people.filter((person) => person.teamId === team.id && person.state !== 'disabled').length,
  }))
  await record(ctx, 'account.read', { details: { accounts: people.length } })
  return { people, teams, feeds: await readSetting(ctx, 'calendar-feeds') }
})

/** One account, with the teams it could stand in. */
export const readOneStaff = verb('account.read', async (ctx: Ctx, query: AccountQuery) => {
  if (!mayEver(ctx.actor.role, 'account:manage')) throw new Refusal('forbidden')
  const rows = await ctx.db.select(columns).from(accounts).where(eq(id, query.accountId))
  const [person] = await managed(ctx, rows)
  if (!person) throw new Refusal('not-found')
  await record(ctx, 'account.read', { objectIds: [person.id], details: { accounts: 1 } })
  return { person, teams: await listTeams(ctx) }
})
