import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
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
 * and a coordinator of the first team, so that neither can make the other. A link nobody has used yet is drawn anew at
 * each start, and the one before it ends. Null once both have joined.
 */
export async function foundWorld(house: House, now: Date): Promise<Partial<FoundingLinks> | null> {
  return house.db.transaction(async (db) => {
    const vault = new Vault(db, house, null)
    const [anyone] = await db.select({ id: accounts.id }).from(accounts).limit(1)
    if (!anyone) await layFoundation(vault, { db, now })
    const waiting = await db
      .selectDistinct({ id: accounts.id, role: accounts.role })
      .from(accounts)
      .innerJoin(invitations, and(eq(invitations.accountId, accounts.id), eq(invitations.founding, true)))
      .where(isNull(accounts.passwordHash))
    const links: Partial<FoundingLinks> = {}
    for (const { id, role } of waiting) {
      await db.delete(invitations).where(eq(invitations.accountId, id))
      const token = randomBytes(24).toString('base64url')
      await db.insert(invitations).values(linkRow(id, token, now))
      links[role === 'admin' ? 'admin' : 'coordinator'] = token
    }
    return waiting.length > 0 ? links : null
  })
}

const linkRow = (accountId: string, token: string, now: Date) => ({
  tokenHash: sha256(Buffer.from(token)),
  accountId,
  founding: true,
  until: new Date(now.getTime() + linkDays * day),
})

type At = { db: Parameters<Parameters<House['db']['transaction']>[0]>[0]; now: Date }

async function layFoundation(vault: Vault, { db, now }: At): Promise<void> {
  const team = teamRow(vault, '—', now)
  const nobody = () => `${randomUUID()}@invalid`
  await db.insert(teams).values(team)
  const founders = [
    staffRow(vault, { role: 'admin', teamId: null, email: nobody(), name: '—', at: now }),
    staffRow(vault, { role: 'coordinator', teamId: team.id, email: nobody(), name: '—', at: now }),
  ]
  await db.insert(accounts).values(founders)
  for (const { id } of founders) {
    await db.insert(invitations).values(linkRow(id, randomBytes(24).toString('base64url'), now))
  }
  await record({ actor: null, db, now, vault }, 'world.found', { teamId: team.id })
}
