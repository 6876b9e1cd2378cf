import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { House } from '../house'
import { anyOf } from '../any-of'
import { caseFiles, matchDue, matchScans } from '../schema'
import { Vault } from '../vault'
import { commonTags, groupsOf, nextGroups } from './candidates'
import { scoreGroups } from './score-groups'
import type { Reader } from './first-subjects'
import type { Met, MetSubject } from './met-subjects'

const dueMax = 100

/** What this process knows of the search under way: lost with it, and found out again by the next. */
type UnderWay = { scanId: string; met: Met; common: ReadonlySet<string> }

const underWay = new WeakMap<House, UnderWay>()

async function countFiles({ db }: Reader): Promise<number> {
  return db.$count(caseFiles, sql`${caseFiles.workflow} not in ('draft', 'erased')`)
}

type Scan = typeof matchScans.$inferSelect

/** A search that begins looks at every file: what had changed until now waits for nothing else. */
async function begin(reader: Reader): Promise<number> {
  await reader.db.delete(matchDue)
  return countFiles(reader)
}

async function known(house: House, { db }: Reader, scanId: string): Promise<UnderWay> {
  const before = underWay.get(house)
  if (before?.scanId === scanId) return before
  const fresh = { scanId, met: new Map(), common: await commonTags(db) }
  underWay.set(house, fresh)
  return fresh
}

/** The next tags of a search over all files. It commits with its place, so one that was cut off goes on where it stood. */
async function scanStep(house: House, reader: Reader, { scan, now }: { scan: Scan; now: Date }): Promise<void> {
  const { db } = reader
  const files = scan.state === 'running' ? scan.files : await begin(reader)
  const { met, common } = await known(house, reader, scan.id)
  const { groups, skipped, ended } = await nextGroups(db, scan.cursor, common)
  const { compared, pairs } = await scoreGroups(reader, groups, { files, now, met, common })
  const so = {
    files,
    compared: scan.compared + compared,
    pairs: scan.pairs + pairs,
    skipped: scan.skipped + skipped,
  }
  const next = ended === null ? { state: 'done', endedAt: now } : { state: 'running', cursor: ended }
  await db
    .update(matchScans)
    .set({ ...so, ...next })
    .where(eq(matchScans.id, scan.id))
  if (ended === null) underWay.delete(house)
}

/** Files that changed since they were last looked at, the first ones in the queue. */
async function dueStep(house: House, reader: Reader, now: Date): Promise<boolean> {
  const { db } = reader
  const due = await db.select().from(matchDue).limit(dueMax)
  if (due.length === 0) return false
  await db.delete(matchDue).where(
    anyOf(
      matchDue.id,
      due.map(({ id }) => id),
    ),
  )
  const changed = new Set(due.map(({ caseId }) => caseId))
  const met: Met = underWay.get(house)?.met ?? new Map<string, MetSubject>()
  for (const [id, { caseId }] of met) if (changed.has(caseId)) met.delete(id)
  const groups = await groupsOf(db, [...changed])
  await scoreGroups(reader, groups, { files: await countFiles(reader), now, met, common: new Set() })
  return true
}

/**
 * One bounded step of the matcher's work in one transaction, as its own role: changed files first, then the search that
 * somebody asked for. False where nothing is left to do.
 */
export function searchStep(house: House, now: Date): Promise<boolean> {
  return house.db.transaction(async (db) => {
    const reader = { db, vault: new Vault(db, house, 'matcher') }
    const [scan] = await db
      .select()
      .from(matchScans)
      .where(inArray(matchScans.state, ['waiting', 'running']))
      .orderBy(asc(matchScans.askedAt))
      .limit(1)
      .for('update', { skipLocked: true })
    const changed = scan?.state !== 'waiting' && (await dueStep(house, reader, now))
    if (!changed && scan) await scanStep(house, reader, { scan, now })
    return changed || scan !== undefined
  })
}
