import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { mayEver } from '@/lib/access/can'
import type { Ctx } from '../ctx'
import { listTeams } from './list-staff'

const waitingMax = 50

const Awaiting = z.array(
  z.object({
    id: z.uuid(),
    team_id: z.uuid(),
    role: z.string(),
    name: z.instanceof(Uint8Array),
    version: z.number(),
    joined: z.boolean(),
  }),
)

export type WaitingAccount = {
  id: string
  name: string
  role: string
  teamId: string
  /** Only where it is not the asker's own. */
  otherTeam: string | null
  version: number
  /** Whether the person has used the one-time link: before that, nobody can say whose account it is. */
  joined: boolean
}

/** Accounts that take effect only once this coordinator confirms them. */
export async function waitingAccounts(ctx: Ctx): Promise<WaitingAccount[]> {
  if (!mayEver(ctx.actor.role, 'account:confirm')) return []
  const rows = Awaiting.parse([
    ...(await ctx.db.execute(
      sql`select id, team_id, role, name, version, joined from awaiting_me() order by joined desc, since, id limit ${waitingMax}`,
    )),
  ])
  const others = rows.some(({ team_id }) => team_id !== ctx.actor.teamId)
  const teams = new Map(others ? (await listTeams(ctx)).map(({ id, name }) => [id, name]) : [])
  return rows.map(({ id, team_id, role, name, version, joined }) => ({
    id,
    role,
    version,
    joined,
    teamId: team_id,
    otherTeam: team_id === ctx.actor.teamId ? null : (teams.get(team_id) ?? null),
    name: ctx.vault.nameForHouse('account.name', id, name),
  }))
}
