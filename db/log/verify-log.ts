import { and, asc, count, desc, eq, gt, isNull, lt, lte, sql } from 'drizzle-orm'
import { CompactRange } from '@/lib/audit/compact-range'
import { sameHash } from '@/lib/audit/leaf-hash'
import type { Database, Tx } from '../client'
import { auditEntries, auditLeaves, auditRoots } from '../schema'
import { leafColumns, leafOf } from './leaf-of'

/** missing: no leaf, or no entry behind it · changed: the entry is not what its leaf says · root: the leaves from here on do not give the stored root. */
export type BadLeaf = { index: number; why: 'missing' | 'changed' | 'root' }

/** `overdue` entries are older than ten seconds and have no leaf; the first of them are named. */
export type LogVerdict = {
  size: number
  root: Uint8Array
  bad: BadLeaf | null
  overdue: { count: number; entryIds: string[] }
}

const batchRows = 1000
const namedMax = 20

const leavesAfter = (db: Tx, index: number) =>
  db
    .select({ index: auditLeaves.index, leafHash: auditLeaves.leafHash, entry: leafColumns })
    .from(auditLeaves)
    .leftJoin(auditEntries, eq(auditEntries.id, auditLeaves.entryId))
    .where(gt(auditLeaves.index, index))
    .orderBy(asc(auditLeaves.index))
    .limit(batchRows)

type LeafRow = Awaited<ReturnType<typeof leavesAfter>>[number]

function wrongWith(row: LeafRow, expected: number): BadLeaf | null {
  if (row.index !== expected || !row.entry) return { index: expected, why: 'missing' }
  return sameHash(leafOf(row.entry), row.leafHash) ? null : { index: expected, why: 'changed' }
}

async function rootsBetween(db: Tx, sizes: { above: number; upTo: number }): Promise<Map<number, Uint8Array>> {
  const within = and(gt(auditRoots.size, sizes.above), lte(auditRoots.size, sizes.upTo))
  const rows = await db.select({ size: auditRoots.size, root: auditRoots.root }).from(auditRoots).where(within)
  return new Map(rows.map((row) => [row.size, row.root]))
}

/** The tree grown again from the entries, and how far the stored roots have borne it out. */
type Regrown = { tree: CompactRange; proven: number }

async function regrow(db: Tx, regrown: Regrown, rows: readonly LeafRow[]): Promise<BadLeaf | null> {
  const { tree } = regrown
  const roots = await rootsBetween(db, { above: tree.size, upTo: tree.size + rows.length })
  for (const row of rows) {
    const wrong = wrongWith(row, tree.size)
    if (wrong) return wrong
    tree.append(row.leafHash)
    const root = roots.get(tree.size)
    if (root && !sameHash(root, tree.root())) return { index: regrown.proven, why: 'root' }
    if (root) regrown.proven = tree.size
  }
  return null
}

async function firstBad(db: Tx, regrown: Regrown): Promise<BadLeaf | null> {
  const { tree } = regrown
  for (;;) {
    const rows = await leavesAfter(db, tree.size - 1)
    const wrong = await regrow(db, regrown, rows)
    if (wrong) return wrong
    if (rows.length < batchRows) break
  }
  const [newest] = await db.select().from(auditRoots).orderBy(desc(auditRoots.size)).limit(1)
  if (newest && newest.size > tree.size) return { index: tree.size, why: 'missing' }
  return regrown.proven < tree.size ? { index: regrown.proven, why: 'root' } : null
}

async function overdueEntries(db: Tx): Promise<LogVerdict['overdue']> {
  const without = and(isNull(auditLeaves.entryId), lt(auditEntries.at, sql`now() - interval '10 seconds'`))
  const onLeaf = eq(auditLeaves.entryId, auditEntries.id)
  const [total] = await db.select({ rows: count() }).from(auditEntries).leftJoin(auditLeaves, onLeaf).where(without)
  const named = await db
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .leftJoin(auditLeaves, onLeaf)
    .where(without)
    .orderBy(asc(auditEntries.at), asc(auditEntries.id))
    .limit(namedMax)
  return { count: total?.rows ?? 0, entryIds: named.map((entry) => entry.id) }
}

/**
 * Reads the whole log as the sequencer's role, in batches of one snapshot: every leaf against its entry, every stored
 * root against the leaves before it (RFC 6962 §2.1), and what has no leaf though it should. `bad` is the first index
 * at which it fails; `size` and `root` are those of the leaves before it.
 */
export function verifyLog(db: Database): Promise<LogVerdict> {
  return db.transaction(
    async (tx) => {
      const regrown: Regrown = { tree: CompactRange.empty(), proven: 0 }
      const bad = await firstBad(tx, regrown)
      const { tree } = regrown
      return { size: tree.size, root: tree.root(), bad, overdue: await overdueEntries(tx) }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
