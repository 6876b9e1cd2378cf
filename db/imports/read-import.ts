import { and, asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type ImportQuery, Mapping } from '@/lib/imports/forms'
import { Alike } from '@/lib/imports/alike'
import { guessColumns } from '@/lib/imports/guess-columns'
import { runningStates } from '@/lib/imports/import-states'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { importBatches, importMappings, importRows } from '../schema'
import { importingTeam } from './begin-import'
import { type FoundImport, findImport, importStateOf } from './find-import'
import { staleMs } from './run-import'

const leftShown = 100
const listedMax = 50

const LeftRow = z.object({ cells: z.array(z.string()), refs: z.array(Alike) })

/** Rows that were left out as the database gives them. */
export const LeftLines = z.array(z.object({ number: z.number(), reasons: z.string(), cells: z.instanceof(Uint8Array) }))

type SealedRow = { number: number; cells: Uint8Array }

/** The cells of a row that was left out, and the files it may be the same as. */
export function openLeft(ctx: Ctx, { fileId, id }: FoundImport, { number, cells }: SealedRow): z.infer<typeof LeftRow> {
  const place = { fileId, rowId: id, part: { place: number, isLast: false } }
  return LeftRow.parse(JSON.parse(ctx.vault.openStored('import_row.cells', place, cells).toString('utf8')))
}

const unmapped = { sourceType: 'ANONYMOUS', distance: 'unknown', situation: 'UNVERIFIED' } as const

/** A mapping for this list, told by its headings where the one it comes from has fewer columns. */
function widened(mapping: Mapping, { head }: FoundImport): Mapping {
  const guessed = guessColumns(head.headings)
  return { ...mapping, columns: guessed.map((target, place) => mapping.columns[place] ?? target) }
}

/** The mapping last used or kept for lists of this shape; a guess by the headings where there is none. */
async function mappingFor(ctx: Ctx, found: FoundImport): Promise<Mapping> {
  if (found.mapping) return found.mapping
  const [kept] = await ctx.db
    .select()
    .from(importMappings)
    .where(eq(importMappings.shape, found.shape))
    .orderBy(desc(importMappings.savedAt))
    .limit(1)
  if (kept) {
    const plain = ctx.vault.openForHouse('import_mapping.mapping', kept.id, kept.mapping).toString('utf8')
    return widened(Mapping.parse(JSON.parse(plain)), found)
  }
  const [last] = await ctx.db
    .select({ id: importBatches.id })
    .from(importBatches)
    .where(and(eq(importBatches.shape, found.shape), eq(importBatches.state, 'done')))
    .orderBy(desc(importBatches.startedAt))
    .limit(1)
  const before = last ? await findImport(ctx, last.id) : null
  return widened(before?.mapping ?? { ...unmapped, columns: [] }, found)
}

async function leftOf(ctx: Ctx, found: FoundImport) {
  const rows = await ctx.db
    .select()
    .from(importRows)
    .where(eq(importRows.batchId, found.id))
    .orderBy(asc(importRows.number))
    .limit(leftShown)
  return rows.map((row) => ({
    number: row.number,
    reasons: row.reasons.split(' '),
    refs: openLeft(ctx, found, row).refs,
  }))
}

function isStalled(ctx: Ctx, { state, beatAt, runAt, startedAt }: FoundImport): boolean {
  const isRunning = runningStates.some((running) => running === state)
  return isRunning && ctx.now.getTime() - (beatAt ?? runAt ?? startedAt).getTime() > staleMs
}

/** One import as its page shows it. Its first rows are shown while its columns are named, and that is an entry. */
export const readImport = verb('import.read', async (ctx: Ctx, { id }: ImportQuery) => {
  const found = await findImport(ctx, id)
  const { state, failure, version, hasHeader, list, head, rowsAll, rowsDone, rowsBad, rowsMatched, rowsRepeated } =
    found
  const isNamed = state !== 'mapping'
  if (!isNamed) await record(ctx, 'import.read', { objectIds: [id] })
  return {
    id,
    state,
    failure,
    version,
    startedAt: found.startedAt,
    format: list.format,
    encoding: list.encoding,
    delimiter: list.delimiter,
    hasHeader,
    headings: head.headings,
    sample: isNamed ? [] : head.sample,
    mapping: isNamed ? null : await mappingFor(ctx, found),
    counts: { rowsAll, rowsDone, rowsBad, rowsMatched, rowsRepeated },
    at: found.cursor,
    isStalled: isStalled(ctx, found),
    left: isNamed ? await leftOf(ctx, found) : [],
  }
})
export type ReadImport = Awaited<ReturnType<typeof readImport>>

/** The lists this person has sent and the mappings they keep: nothing of what the lists say. */
export const listImports = verb('import.read', async (ctx: Ctx) => {
  importingTeam(ctx)
  const [sent, kept] = await Promise.all([
    ctx.db.select().from(importBatches).orderBy(desc(importBatches.startedAt)).limit(listedMax),
    ctx.db.select().from(importMappings).orderBy(desc(importMappings.savedAt)).limit(listedMax),
  ])
  return {
    sent: sent.map(({ id, state, ...row }) => ({
      id,
      state: importStateOf(state),
      startedAt: row.startedAt,
      rowsAll: row.rowsAll,
      rowsDone: row.rowsDone,
    })),
    kept: kept.map(({ id, version, name }) => ({
      id,
      version,
      name: ctx.vault.openForHouse('import_mapping.name', id, name).toString('utf8'),
    })),
  }
})
