import { randomBytes, randomUUID } from 'node:crypto'
import { sha256 } from '@/lib/audit/sha256'
import { record } from '../audit'
import type { House } from '../house'
import { accounts, invitations, teams } from '../schema'
import { Vault } from '../vault'
import { staffRow, teamRow } from './staff-row'

const day = 86_400_000
const linkDays = 3

export type FoundingLinks = { admin: string; coordinator: string }

/**
 * The first two accounts of an empty world, each behind a link that works once: an admin who manages and reads nothing,
 * and a coordinator of the first team, so that neither can make the other. Nothing where anybody has an account that works.
 * A link that ran out unused is drawn anew at the next start.
 */
export async function foundWorld(house: House, now: Date): Promise<FoundingLinks | null> {
  return house.db.transaction(async (db) => {
    const standing = await db.select({ id: accounts.id, passwordHash: accounts.passwordHash }).from(accounts).limit(3)
    if (standing.some((account) => account.passwordHash !== null)) return null
    const vault = new Vault(db, house, null)
    if (standing.length === 0) await layFoundation(vault, { db, now })
    const waiting = await db.select({ id: accounts.id, role: accounts.role }).from(accounts)
    const links: FoundingLinks = { admin: '', coordinator: '' }
    await db.delete(invitations)
    for (const { id, role } of waiting) {
      const token = randomBytes(24).toString('base64url')
      const until = new Date(now.getTime() + linkDays * day)
      await db
        .insert(invitations)
        .values({ tokenHash: sha256(Buffer.from(token)), accountId: id, founding: true, until })
      links[role === 'admin' ? 'admin' : 'coordinator'] = token
    }
    return links
  })
}

type At = { db: Parameters<Parameters<House['db']['transaction']>[0]>[0]; now: Date }

async function layFoundation(vault: Vault, { db, now }: At): Promise<void> {
  const team = teamRow(vault, '—', now)
  const nobody = () => `${randomUUID()}@invalid`
  await db.insert(teams).values(team)
  await db
    .insert(accounts)
    .values([
      staffRow(vault, { role: 'admin', teamId: null, email: nobody(), name: '—', at: now }),
      staffRow(vault, { role: 'coordinator', teamId: team.id, email: nobody(), name: '—', at: now }),
    ])
  await record({ actor: null, db, now, vault }, 'world.found', { teamId: team.id })
}
