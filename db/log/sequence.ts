import { asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { CompactRange } from '@/lib/audit/compact-range'
import { hashBytes } from '@/lib/audit/sha256'
import type { Database, Tx } from '../client'
import { auditEntries, auditLeaves, auditPending, auditRoots } from '../schema'
import { leafColumns, leafOf } from './leaf-of'

const batchRows = 2000

/** A frontier as it is stored: its hashes laid end to end. */
const hashesIn = (frontier: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.ceil(frontier.length / hashBytes) }, (_, index) =>
    frontier.subarray(index * hashBytes, (index + 1) * hashBytes),
  )

async function standingTree(db: Tx): Promise<CompactRange> {
  const [newest] = await db.select().from(auditRoots).orderBy(desc(auditRoots.size)).limit(1)
  return newest ? CompactRange.restore(newest.size, hashesIn(newest.frontier)) : CompactRange.empty()
}

const waitingEntries = (db: Tx) =>
  db
    .select(leafColumns)
    .from(auditPending)
    .innerJoin(auditEntries, eq(auditEntries.id, auditPending.entryId))
    .orderBy(asc(auditEntries.at), asc(auditEntries.id))
    .limit(batchRows)

/** Leaves, root and the end of the waiting stand or fall together. */
async function sequenceBatch(db: Tx): Promise<number> {
  const [lock] = await db.execute(sql`select pg_try_advisory_xact_lock(hashtext('vigil sequencer')) as held`)
  if (lock?.['held'] !== true) return 0
  const entries = await waitingEntries(db)
  if (entries.length === 0) return 0
  const tree = await standingTree(db)
  const leaves = entries.map((entry) => {
    const leafHash = leafOf(entry)
    return { index: tree.append(leafHash), entryId: entry.id, leafHash }
  })
  await db.insert(auditLeaves).values(leaves)
  await db.insert(auditRoots).values({
    size: tree.size,
    root: tree.root(),
    frontier: Buffer.concat(tree.frontier),
    at: sql`now()`,
  })
  const taken = entries.map((entry) => entry.id)
  await db.delete(auditPending).where(inArray(auditPending.entryId, taken))
  return entries.length
}

/**
 * Gives every committed entry that waits its place in the tree (RFC 6962), as the sequencer's role, and answers how
 * many it took. Of two at once the second takes nothing. An entry waits from the transaction that wrote it until the
 * one that placed it, so a late commit is only placed later.
 */
export async function sequence(db: Database): Promise<number> {
  const [row] = await db.execute(sql`select exists (select from audit_pending) as waits`)
  if (row?.['waits'] !== true) return 0
  let taken = 0
  for (;;) {
    const batch = await db.transaction(sequenceBatch)
    taken += batch
    if (batch < batchRows) return taken
  }
}
