import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '../ctx'
import { accounts, teams } from '../schema'

export type Staff = {
  id: string
  name: string
  role: string
  state: string
  teamId: string | null
  version: number
}

const shown = {
  id: accounts.id,
  name: accounts.name,
  role: accounts.role,
  state: accounts.state,
  teamId: accounts.teamId,
  version: accounts.version,
}

const staffMax = 500

/** The people whom the actor may see, in order of their names. */
export async function listStaff(ctx: Ctx): Promise<Staff[]> {
  const rows = await ctx.db.select(shown).from(accounts).orderBy(asc(accounts.createdAt)).limit(staffMax)
  return rows.map((row) => ({
    ...row,
    name: ctx.vault.nameForHouse('account.name', row.id, row.name),
  }))
}

/** Names by id, opened from rows that were read with something else. */
export const namesOf = ({ vault }: Ctx, rows: readonly { id: string; name: Uint8Array }[]): Map<string, string> =>
  new Map(rows.map(({ id, name }) => [id, vault.nameForHouse('account.name', id, name)]))

/** Who else has a file open, in order of their names. */
export const presentNames = (ctx: Ctx, rows: readonly { id: string; name: Uint8Array }[]): string[] =>
  [...namesOf(ctx, rows).values()].sort((a, b) => a.localeCompare(b))

/** Names by id, for the workers and authors that one page names. */
export async function staffNames(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await ctx.db.select(shown).from(accounts).where(inArray(accounts.id, wanted))
  return namesOf(ctx, rows)
}

/** Colleagues who can hold a file of this team. */
export async function fileHolders(ctx: Ctx, teamId: string): Promise<Staff[]> {
  const rows = await ctx.db
    .select(shown)
    .from(accounts)
    .where(
      and(
        eq(accounts.teamId, teamId),
        eq(accounts.state, 'active'),
        inArray(accounts.role, ['caseworker', 'coordinator']),
      ),
    )
    .limit(staffMax)
  return rows.map((row) => ({
    ...row,
    name: ctx.vault.nameForHouse('account.name', row.id, row.name),
  }))
}

export type Team = { id: string; name: string }

export async function listTeams(ctx: Ctx): Promise<Team[]> {
  const rows = await ctx.db.select({ id: teams.id, name: teams.name }).from(teams).limit(staffMax)
  return rows.map(({ id, name }) => ({ id, name: ctx.vault.nameForHouse('team.name', id, name) }))
}
