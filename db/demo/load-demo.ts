import { randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { emailKey } from '@/lib/accounts/forms'
import { demoSignIns } from '@/lib/accounts/demo-sign-ins'
import { hashPassword, passwordFits } from '../accounts/password'
import { sessionHash } from '../accounts/sign-in'
import { asPerson } from '../ctx'
import type { House } from '../house'
import { newId } from '../new-id'
import { accounts, sessions, teams } from '../schema'
import { Vault } from '../vault'
import { staffRow, teamRow } from '../worlds/staff-row'
import { breakTheGlass } from './break-the-glass'
import { declineReferral } from './decline-referral'
import type { DemoFile } from './demo-file'
import { drawFile } from './draw-file'
import { type Hand, type Hands, fileFrom } from './file-from'
import { foundingFile } from './founding-file'
import { histories } from './histories'
import { keepViews } from './keep-views'
import { writtenFirst } from './written-first'
import { writtenOther } from './written-other'

const names: Record<string, string> = {
  'caseworker@demo.example': 'Han Ji-won',
  'caseworker2@demo.example': 'Paek Do-yun',
  'coordinator@demo.example': 'Oh Min-seo',
  'coordinator2@demo.example': '노가은',
  'auditor@demo.example': 'Marta Lindqvist',
  'admin@demo.example': 'Yoo Chae-rin',
}

/** Colleagues whose work the files show; they have no password, so nobody signs in as one of them. */
const colleagues = [
  { email: 'colleague@demo.example', name: 'Seo Yi-an', role: 'caseworker', team: 'first' },
  { email: 'colleague2@demo.example', name: '방예림', role: 'caseworker', team: 'other' },
] as const

/** The two houses this is loaded through: the owner's for people and teams, the application's for everything they do. */
export type Demo = { owner: House; app: House; password: string; now: Date }

type Staff = { email: string; id: string }
type Made = { staff: Staff[]; teamOf: Record<DemoFile['team'], string> }

async function makeStaff({ owner, password, now }: Demo): Promise<Made> {
  const passwordHash = await hashPassword(password)
  return owner.db.transaction(async (db) => {
    const vault = new Vault(db, owner, null)
    const [first, other] = [teamRow(vault, 'Northeast team', now), teamRow(vault, '남방팀', now)]
    await db.insert(teams).values([first, other])
    const teamOf = { first: first.id, other: other.id }
    const signIns = demoSignIns.map((one) => ({ ...one, name: names[one.email] ?? one.email, passwordHash }))
    const rows = [...signIns, ...colleagues].map(({ team, ...one }) => ({
      email: one.email,
      row: staffRow(vault, { ...one, teamId: team === null ? null : teamOf[team], at: now }),
    }))
    await db.insert(accounts).values(rows.map(({ row }) => row))
    return { staff: rows.map(({ email, row }) => ({ email, id: row.id })), teamOf }
  })
}

/** Acts as one of the demo's people through the same wall as everyone; the session ends with the loading. */
async function actingAs(demo: Demo, staff: Staff): Promise<Hand> {
  const hash = sessionHash(randomBytes(32).toString('base64url'))
  const [now, until] = [new Date(), new Date(Date.now() + 3_600_000)]
  const [account] = await demo.owner.db.select().from(accounts).where(eq(accounts.id, staff.id))
  const accessVersion = account?.accessVersion ?? 1
  await demo.owner.db.insert(sessions).values({
    id: newId(),
    hash,
    accountId: staff.id,
    accessVersion,
    startedAt: now,
    seenAt: now,
    idleUntil: until,
    absoluteUntil: until,
  })
  return { id: staff.id, acts: (run) => asPerson(demo.app, { hash, now: demo.now }, run) }
}

type Account = typeof accounts.$inferSelect

/** The printed password is the one that works, also when another was set since, or none when it was loaded. */
async function keepPassword({ owner, password }: Demo, standing: readonly Account[]): Promise<void> {
  await owner.db.transaction(async (db) => {
    const vault = new Vault(db, owner, null)
    const tags = demoSignIns.map(({ email }) => vault.tag('email', emailKey(email)).toString('hex'))
    for (const account of standing) {
      if (!tags.includes(Buffer.from(account.emailTag).toString('hex'))) continue
      const kept = account.passwordHash && vault.openForHouse('account.password_hash', account.id, account.passwordHash)
      if (kept && (await passwordFits(kept.toString('utf8'), password))) continue
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

/** Who acts in each team. */
async function handsOf(demo: Demo, { staff, teamOf }: Made): Promise<Record<DemoFile['team'], Hands>> {
  const hand = (email: string) => {
    const found = staff.find((one) => one.email === email)
    if (!found) throw new Error(`the demo has no ${email}`)
    return actingAs(demo, found)
  }
  const team = async (worker: string, coordinator: string, colleague: string) => ({
    worker: await hand(worker),
    coordinator: await hand(coordinator),
    colleague: await hand(colleague),
    now: demo.now,
  })
  return {
    first: {
      ...(await team('caseworker@demo.example', 'coordinator@demo.example', 'colleague@demo.example')),
      otherTeam: teamOf.other,
    },
    other: {
      ...(await team('caseworker2@demo.example', 'coordinator2@demo.example', 'colleague2@demo.example')),
      otherTeam: teamOf.first,
    },
  }
}

const filesAtOnce = 4

/** Plays the files a few at a time: each is a history of its own, and they wait for the database more than for us. */
async function playAll(files: readonly DemoFile[], hands: Record<DemoFile['team'], Hands>): Promise<void> {
  const left = files.values()
  const player = async () => {
    for (const file of left) await fileFrom(file, hands[file.team])
  }
  await Promise.all(Array.from({ length: filesAtOnce }, player))
}

/** Of those who were about to be sent back years ago the coordinators have taken note. */
const noteWhatIsPast = ({ owner }: Demo) =>
  owner.db.execute(sql`
    update notice n set read_at = n.at, version = n.version + 1 from situation_entry e join case_file c on c.id = e.case_id
     where e.id = n.about_id and c.situation <> 'IMMINENT_RETURN'`)

/** Loads the demonstration into an empty database, by the same verbs as any work; nothing where somebody is already. */
export async function loadDemo(demo: Demo): Promise<boolean> {
  const standing = await demo.owner.db.select().from(accounts)
  if (standing.length > 0) {
    await keepPassword(demo, standing)
    return false
  }
  const hands = await handsOf(demo, await makeStaff(demo))
  const today = demo.now.toISOString().slice(0, 10)
  const lines = histories.trim().split('\n')
  const drawn = lines.map((line, place) => drawFile(line, { place, today }))
  await playAll([...writtenFirst, ...writtenOther, ...drawn], hands)
  await fileFrom(foundingFile, hands.first)
  await breakTheGlass(hands.other.worker, demo.password)
  await declineReferral(hands.other.coordinator)
  await keepViews(hands.first)
  await noteWhatIsPast(demo)
  await demo.owner.db.update(sessions).set({ endedAt: new Date() })
  return true
}
