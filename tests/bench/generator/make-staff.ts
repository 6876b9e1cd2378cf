import { hashPassword } from '@/db/accounts/password'
import type { House } from '@/db/house'
import { accounts, teams } from '@/db/schema'
import { Vault } from '@/db/vault'
import { staffRow, teamRow } from '@/db/worlds/staff-row'
import type { Role } from '@/lib/access/grants'
import { inventName } from './invented-names'
import { Seeded } from '@/lib/seeded'

export const benchPassword = 'a password for the bench alone'
export const caseworkerEmail = 'caseworker@bench.example'
export const coordinatorEmail = 'coordinator@bench.example'
export const auditorEmail = 'auditor@bench.example'
export const adminEmail = 'admin@bench.example'
export const openerEmails = Array.from({ length: 8 }, (_, place) => `opener${place}@bench.example`)

/** Caseworkers that hold the rest of the files, in each of the two teams. */
const restOfTeams = [24, 16]

const workersOf = (team: number): string[] =>
  Array.from({ length: restOfTeams[team] ?? 0 }, (_, place) => `worker${team}-${place}@bench.example`)
export const workerEmails = restOfTeams.flatMap((_, team) => workersOf(team))

/** `team` is the place of one of the two, or none. */
type Member = { email: string; name: string; role: Role; team?: number }

function members(seed: number): Member[] {
  const draw = new Seeded(seed, 0xffff_ffff)
  const made = (email: string, role: Role, team?: number) => ({ email, name: inventName(draw).latin, role, team })
  return [
    made(caseworkerEmail, 'caseworker', 0),
    ...openerEmails.map((email) => made(email, 'caseworker', 0)),
    made(coordinatorEmail, 'coordinator', 0),
    made(auditorEmail, 'auditor'),
    made(adminEmail, 'admin'),
    ...restOfTeams.flatMap((_, team) => workersOf(team).map((email) => made(email, 'caseworker', team))),
  ]
}

export type Staff = {
  teams: string[]
  /** Ids: the one whose pages are measured, then those who open files. */
  thirtyEach: string[]
  /** Ids of the rest of the caseworkers, by team. */
  rest: string[][]
  coordinator: string
  names: Map<string, string>
}

/** Two teams, forty caseworkers beside those whose work is measured, and a coordinator; all with one password. */
export async function makeStaff(house: House, given: { seed: number; now: Date }): Promise<Staff> {
  const passwordHash = await hashPassword(benchPassword)
  return house.db.transaction(async (db) => {
    const vault = new Vault(db, house, null)
    const [north, south] = [teamRow(vault, 'Northeast team', given.now), teamRow(vault, '남방팀', given.now)]
    await db.insert(teams).values([north, south])
    const ids = [north.id, south.id]
    const made = members(given.seed).map((member) => {
      const { email, name, role, team = -1 } = member
      return {
        member,
        row: staffRow(vault, { role, teamId: ids[team] ?? null, email, name, passwordHash, at: given.now }),
      }
    })
    await db.insert(accounts).values(made.map(({ row }) => row))
    const idsOf = (wanted: (member: Member) => boolean) =>
      made.filter(({ member }) => wanted(member)).map(({ row }) => row.id)
    const isMeasured = ({ email }: Member) => email === caseworkerEmail || openerEmails.includes(email)
    return {
      teams: ids,
      thirtyEach: idsOf(isMeasured),
      coordinator: idsOf(({ role }) => role === 'coordinator')[0] ?? '',
      rest: restOfTeams.map((_, team) =>
        idsOf((member) => member.role === 'caseworker' && member.team === team && !isMeasured(member)),
      ),
      names: new Map(made.map(({ member, row }) => [row.id, member.name])),
    }
  })
}
