import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { type ListFailure, runningStates } from '@/lib/imports/import-states'
import { dayIn } from '@/lib/dates/calendar'
import type { Reading } from '@/lib/imports/row-of'
import { TwinRows } from '@/lib/imports/twin-rows'
import { Refusal } from '@/lib/refusal'
import { SealBroken } from '@/lib/vault/seal'
import { record } from '../audit'
import { type NewFile, drawCases, openCases } from '../cases/open-cases'
import type { Ctx } from '../ctx'
import type { Acting } from '../files/acting'
import { insertRows } from '../insert-rows'
import { isRefusedValue } from '../refused-by-database'
import { importBatches, importRows, importedRows } from '../schema'
import { type FoundImport, findImport } from './find-import'
import { type Judged, type ListRow, judgeRows, passRow } from './judge-rows'
import { listRows } from './list-rows'
import { ListUnreadable } from './list-unreadable'

const rowsOfBatch = 250

/** After this long without a sign of life whoever ran it is gone, and another may go on. */
export const staleMs = 30_000

type Run = { acts: Acting; runner: string; found: FoundImport; twins: TwinRows }

const isOf = ({ runner, found }: Pick<Run, 'runner' | 'found'>) =>
  and(eq(importBatches.id, found.id), eq(importBatches.runner, runner), eq(importBatches.state, found.state))

/** Takes an import that nobody runs; null where somebody does, or where there is nothing to run. */
async function take(ctx: Ctx, id: string, runner: string): Promise<FoundImport | null> {
  const stale = new Date(ctx.now.getTime() - staleMs)
  const taken = await ctx.db
    .update(importBatches)
    .set({
      runner,
      beatAt: ctx.now,
      runAt: sql`coalesce(${importBatches.runAt}, ${ctx.now.toISOString()}::timestamptz)`,
    })
    .where(
      and(
        eq(importBatches.id, id),
        inArray(importBatches.state, runningStates),
        or(isNull(importBatches.runner), lt(importBatches.beatAt, stale)),
      ),
    )
    .returning({ id: importBatches.id })
  return taken.length > 0 ? findImport(ctx, id) : null
}

/** What one batch came to, in the transaction in which it came to it: after a crash the import goes on behind it. */
async function keepPlace(ctx: Ctx, run: Run, { cursor, judged }: { cursor: number; judged: Judged }): Promise<void> {
  const { left, ready, repeated } = judged
  const bad = left.filter(({ state }) => state === 'bad').length
  const kept = await ctx.db
    .update(importBatches)
    .set({
      cursor,
      beatAt: ctx.now,
      rowsDone: sql`${importBatches.rowsDone} + ${ready.length}::integer`,
      rowsBad: sql`${importBatches.rowsBad} + ${bad}::integer`,
      rowsMatched: sql`${importBatches.rowsMatched} + ${left.length - bad}::integer`,
      rowsRepeated: sql`${importBatches.rowsRepeated} + ${repeated}::integer`,
    })
    .where(isOf(run))
    .returning({ id: importBatches.id })
  if (kept.length === 0) throw new Refusal('conflict')
}

async function keepLeft(ctx: Ctx, { found }: Run, left: Judged['left']): Promise<void> {
  if (left.length === 0) return
  const rows = left.map(({ number, cells, state, reasons, refs }) => {
    const place = { fileId: found.fileId, rowId: found.id, part: { place: number, isLast: false } }
    const plain = Buffer.from(JSON.stringify({ cells, refs }), 'utf8')
    const sealed = ctx.vault.sealStored('import_row.cells', place, plain)
    return { batchId: found.id, ownerId: ctx.actor.id, number, state, reasons: reasons.join(' '), cells: sealed }
  })
  await ctx.db.insert(importRows).values(rows)
}

function readingOf(ctx: Ctx, { mapping, head }: FoundImport): Reading {
  if (!mapping) throw new Refusal('forbidden')
  return { mapping, headings: head.headings, today: dayIn(ctx.now, ctx.actor.timeZone), now: ctx.now }
}

const asksOfMatches = ({ state, matched }: FoundImport) => state === 'checking' || matched === 'leave'

/** Rows that were judged, and the files that those of them which are ready will be. */
type Drawn = { cursor: number; judged: Judged; files: NewFile[] }

async function stillMine(ctx: Ctx, run: Run): Promise<FoundImport> {
  const found = await findImport(ctx, run.found.id)
  if (found.teamId !== ctx.actor.teamId) throw new Refusal('forbidden')
  return found
}

/** The tags of rows that are on their way into the database, and the refs of their files. */
type Writing = { tags: ReadonlySet<string>; refs: ReadonlySet<string> }
type Batch = { rows: readonly ListRow[]; writing?: Writing }

const writingOf = ({ judged, files }: Drawn): Writing => ({
  tags: new Set(judged.ready.map(({ tag }) => tag.toString('hex'))),
  refs: new Set(files.map(({ rows: { file } }) => file.ref)),
})

/** What would come of rows beside those that are being written. */
async function draw(ctx: Ctx, run: Run, { rows, writing }: Batch): Promise<Drawn> {
  const found = await stillMine(ctx, run)
  const { teamId, runAt, state } = found
  const reading = readingOf(ctx, found)
  const twins = asksOfMatches(found) ? run.twins : null
  const judged = await judgeRows(ctx, rows, {
    reading,
    teamId,
    twins,
    openedBefore: runAt ?? ctx.now,
    writing: writing?.tags,
  })
  const inputs = judged.ready.map(({ input }) => input)
  const files = state === 'importing' ? await drawCases(ctx, { teamId, taken: writing?.refs }, inputs) : []
  return { cursor: rows.at(-1)?.number ?? 0, judged, files }
}

/** One batch of rows: each of them whole, or all of them not at all. */
async function write(ctx: Ctx, run: Run, { cursor, judged, files }: Drawn): Promise<void> {
  const { teamId } = await stillMine(ctx, run)
  await keepPlace(ctx, run, { cursor, judged })
  await keepLeft(ctx, run, judged.left)
  await openCases(ctx, files)
  const done = files.map(({ rows: { file } }, place) => ({
    teamId,
    tag: judged.ready[place]?.tag ?? Buffer.alloc(0),
    caseId: file.id,
  }))
  await insertRows(ctx.db, importedRows, done)
}

/** A row that the database does not take is left out with its cells, and counts as a bad one. */
async function leaveRefused(ctx: Ctx, run: Run, row: ListRow): Promise<void> {
  await findImport(ctx, run.found.id)
  const left = [{ ...row, state: 'bad' as const, reasons: ['row:refused'], refs: [] }]
  await keepPlace(ctx, run, { cursor: row.number, judged: { left, ready: [], repeated: 0 } })
  await keepLeft(ctx, run, left)
}

/** Rows one of which is refused by the database are judged anew and done in halves, until it is found. */
async function doHalves(run: Run, rows: readonly ListRow[]): Promise<void> {
  const [first] = rows
  if (!first) return
  if (rows.length === 1) return run.acts((ctx) => leaveRefused(ctx, run, first))
  const middle = Math.ceil(rows.length / 2)
  for (const half of [rows.slice(0, middle), rows.slice(middle)])
    await orHalves(run, half, () => run.acts(async (ctx) => write(ctx, run, await draw(ctx, run, { rows: half }))))
}

async function orHalves(run: Run, rows: readonly ListRow[], writing: () => Promise<void>): Promise<void> {
  try {
    await writing()
  } catch (error) {
    if (!isRefusedValue(error)) throw error
    await doHalves(run, rows)
  }
}

/** While PostgreSQL writes a batch the next one is judged and sealed, with what is on its way in mind. */
async function doBatches(run: Run): Promise<void> {
  let written = Promise.resolve()
  let writing: Writing | undefined
  try {
    for await (const rows of batchesOf(run)) {
      const drawn = await run.acts((ctx) => draw(ctx, run, { rows, writing }))
      writing = writingOf(drawn)
      await written
      written = orHalves(run, rows, () => run.acts((ctx) => write(ctx, run, drawn)))
      written.catch(() => undefined)
    }
  } finally {
    await written
  }
}

/** The rows behind the place where an earlier run ended, a batch at a time; each is known by its place in the list. */
async function* batchesOf({ acts, found, twins }: Run): AsyncGenerator<ListRow[]> {
  let [number, batch] = [0, new Array<ListRow>()]
  const reading = await acts((ctx) => Promise.resolve(readingOf(ctx, found)))
  for await (const cells of listRows(acts, found.list)) {
    number += 1
    const isRow = number > (found.hasHeader ? 1 : 0) && cells.some((text) => text.trim() !== '')
    if (isRow && number > found.cursor) batch.push({ number, cells })
    else if (isRow && asksOfMatches(found)) passRow(twins, { number, cells }, reading)
    if (batch.length < rowsOfBatch) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

const after = { checking: 'checked', importing: 'done' } as const

async function end(ctx: Ctx, run: Run, failure?: ListFailure): Promise<void> {
  const { state } = run.found
  const next = failure ? 'failed' : state === 'importing' ? after.importing : after.checking
  const [row] = await ctx.db
    .update(importBatches)
    .set({
      state: next,
      failure,
      runner: null,
      version: sql`${importBatches.version} + 1`,
      rowsAll: sql`rows_done + rows_bad + rows_matched + rows_repeated`,
    })
    .where(isOf(run))
    .returning({ done: importBatches.rowsDone, bad: importBatches.rowsBad, matched: importBatches.rowsMatched })
  if (!row) throw new Refusal('conflict')
  await record(ctx, 'import.end', { objectIds: [run.found.id], details: { state: next, failure, ...row } })
}

function failureOf(error: unknown): ListFailure | null {
  if (error instanceof ListUnreadable) return error.failure
  return error instanceof SealBroken ? 'broken-file' : null
}

/**
 * Tries a list out, or imports it, to its end, as the person whose list it is: before each batch they are asked anew
 * whether they still may. Ends early, and can be gone on with, where they have signed out, it was cancelled, or the
 * server ends; a list that turns out to be unreadable is failed, and what was imported of it before stays.
 */
export async function runImport(acts: Acting, importId: string): Promise<void> {
  const runner = randomUUID()
  const found = await acts((ctx) => take(ctx, importId, runner))
  if (!found) return
  const run = { acts, runner, found, twins: new TwinRows() }
  try {
    await doBatches(run)
    await acts((ctx) => end(ctx, run))
  } catch (error) {
    const failure = failureOf(error)
    if (failure) await acts((ctx) => end(ctx, run, failure))
    else if (!(error instanceof Refusal)) throw error
  }
}
