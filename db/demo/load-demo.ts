import { randomBytes, randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { emailKey } from '@/lib/accounts/forms'
import { demoSignIns } from '@/lib/accounts/demo-sign-ins'
import { hashPassword, passwordFits } from '../accounts/password'
import { sessionHash } from '../accounts/sign-in'
import { type Ctx, asPerson } from '../ctx'
import type { House } from '../house'
import { accounts, sessions, teams } from '../schema'
import { Vault } from '../vault'
import { staffRow, teamRow } from '../worlds/staff-row'
import { fictionalFiles, foundingFile } from './demo-files'
import { fileFrom } from './file-from'

const day = 86_400_000

const names: Record<string, string> = {
  'caseworker@demo.example': 'Han Ji-won',
  'caseworker2@demo.example': 'Paek Do-yun',
  'coordinator@demo.example': 'Oh Min-seo',
  'auditor@demo.example': 'Marta Lindqvist',
  'admin@demo.example': 'Yoo Chae-rin',
}

/** The two houses this is loaded through: the owner's for people and teams, the application's for everything they do. */
export type Demo = { owner: House; app: House; password: string; now: Date }

type Staff = { email: string; id: string }

async function makeStaff({ owner, password, now }: Demo): Promise<Staff[]> {
  const passwordHash = await hashPassword(password)
  return owner.db.transaction(async (db) => {
    const vault = new Vault(db, owner, null)
    const [first, other] = [teamRow(vault, 'Northeast team', now), teamRow(vault, '남방팀', now)]
    await db.insert(teams).values([first, other])
    const teamOf = { first: first.id, other: other.id }
    const rows = demoSignIns.map(({ email, role, team }) => ({
      email,
      row: staffRow(vault, {
        role,
        teamId: team === null ? null : teamOf[team],
        email,
        name: names[email] ?? email,
        passwordHash,
        at: now,
      }),
    }))
    await db.insert(accounts).values(rows.map(({ row }) => row))
    return rows.map(({ email, row }) => ({ email, id: row.id }))
  })
}

/** Acts as one of the demo's people through the same wall as everyone; the session ends with the loading. */
async function actingAs(demo: Demo, staff: Staff) {
  const hash = sessionHash(randomBytes(32).toString('base64url'))
  const [now, until] = [new Date(), new Date(Date.now() + 3_600_000)]
  const [account] = await demo.owner.db.select().from(accounts).where(eq(accounts.id, staff.id))
  const accessVersion = account?.accessVersion ?? 1
  await demo.owner.db.insert(sessions).values({
    id: randomUUID(),
    hash,
    accountId: staff.id,
    accessVersion,
    startedAt: now,
    seenAt: now,
    idleUntil: until,
    absoluteUntil: until,
  })
  return <T>(at: Date, run: (ctx: Ctx) => Promise<T>) => asPerson(demo.app, { hash, now: at }, run)
}

type Account = typeof accounts.$inferSelect

/** The printed password is the one that works, also when another was set since the demonstration was loaded. */
async function keepPassword({ owner, password }: Demo, standing: readonly Account[]): Promise<void> {
  await owner.db.transaction(async (db) => {
    const vault = new Vault(db, owner, null)
    const tags = demoSignIns.map(({ email }) => vault.tag('email', emailKey(email)).toString('hex'))
    for (const account of standing) {
      if (!tags.includes(Buffer.from(account.emailTag).toString('hex')) || !account.passwordHash) continue
      const kept = vault.openForHouse('account.password_hash', account.id, account.passwordHash).toString('utf8')
      if (await passwordFits(kept, password)) continue
      const hashed = Buffer.from(await hashPassword(password), 'utf8')
      await db
        .update(accounts)
        .set({
          passwordHash: vault.sealForHouse('account.password_hash', account.id, hashed),
          accessVersion: account.accessVersion + 1,
        })
        .where(eq(accounts.id, account.id))
    }
  })
}

/** Loads the demonstration into an empty database, by the same verbs as any work; nothing where somebody is already. */
export async function loadDemo(demo: Demo): Promise<boolean> {
  const standing = await demo.owner.db.select().from(accounts)
  if (standing.length > 0) {
    await keepPassword(demo, standing)
    return false
  }
  const staff = await makeStaff(demo)
  const actor = async (email: string) => {
    const found = staff.find((one) => one.email === email)
    if (!found) throw new Error(`the demo has no ${email}`)
    return actingAs(demo, found)
  }
  const [first, other, coordinator] = await Promise.all(
    ['caseworker@demo.example', 'caseworker2@demo.example', 'coordinator@demo.example'].map(actor),
  )
  if (!first || !other || !coordinator) return false
  const before = (days: number) => new Date(demo.now.getTime() - days * day)
  for (const file of [...fictionalFiles, foundingFile]) {
    await fileFrom(file, { worker: file.team === 'first' ? first : other, coordinator, before })
  }
  await demo.owner.db.update(sessions).set({ endedAt: new Date() })
  return true
}
