import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { House } from '../house'
import { caseFiles, matchDue, matchScans } from '../schema'
import { Vault } from '../vault'
import { groupsOf, nextGroups } from './candidates'
import { scoreGroups } from './score-groups'
import type { Reader } from './first-subjects'

const dueMax = 100

async function countFiles({ db }: Reader): Promise<number> {
  return db.$count(caseFiles, sql`${caseFiles.workflow} not in ('draft', 'erased')`)
}

type Scan = typeof matchScans.$inferSelect

/** The next tags of a search over all files. It commits with its place, so one that was cut off goes on where it stood. */
async function scanStep(reader: Reader, scan: Scan, now: Date): Promise<void> {
  const { db } = reader
  const files = scan.state === 'running' ? scan.files : await countFiles(reader)
  const { groups, skipped, ended } = await nextGroups(db, scan.cursor)
  const { compared, pairs } = await scoreGroups(reader, groups, { files, now })
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
}

/** Files that changed since they were last looked at, the first ones in the queue. */
async function dueStep(reader: Reader, now: Date): Promise<boolean> {
  const { db } = reader
  const due = await db.select().from(matchDue).limit(dueMax)
  if (due.length === 0) return false
  await db.delete(matchDue).where(
    inArray(
      matchDue.id,
      due.map(({ id }) => id),
    ),
  )
  const groups = await groupsOf(db, [...new Set(due.map(({ caseId }) => caseId))])
  await scoreGroups(reader, groups, { files: await countFiles(reader), now })
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
    const changed = await dueStep(reader, now)
    if (!changed && scan) await scanStep(reader, scan, now)
    return changed || scan !== undefined
  })
}
