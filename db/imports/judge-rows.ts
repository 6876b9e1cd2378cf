import { setImmediate } from 'node:timers/promises'
import { and, eq, inArray } from 'drizzle-orm'
import type { Alike } from '@/lib/imports/alike'
import type { ImportCase } from '@/lib/imports/forms'
import { idColumn } from '@/lib/imports/guess-columns'
import type { RowState } from '@/lib/imports/import-states'
import { type Reading, rowOf } from '@/lib/imports/row-of'
import type { TwinRows } from '@/lib/imports/twin-rows'
import type { Ctx } from '../ctx'
import { importedRows } from '../schema'
import { alikeFiles } from './alike-files'

export type ListRow = { number: number; cells: readonly string[] }

type Ready = ListRow & { input: ImportCase; tag: Buffer }
type Left = ListRow & { state: RowState; reasons: string[]; refs: Alike[] }

/** What would come of rows: files, nothing because they are files already, or a place among those left out. */
export type Judged = { ready: Ready[]; left: Left[]; repeated: number }

/**
 * `twins`: rows of the list that have passed already; null where rows that match are wanted all the same.
 * `writing`: the tags of rows that are being written meanwhile.
 */
type Judging = {
  reading: Reading
  teamId: string
  openedBefore: Date
  twins: TwinRows | null
  writing?: ReadonlySet<string> | undefined
}

const rowsAtOnce = 10

/** What a row says, in one form: two rows that say the same have the same tag within a team. */
const tagOf = (ctx: Ctx, teamId: string, input: ImportCase): Buffer =>
  ctx.vault.tag('import', JSON.stringify(['row', teamId, ...Object.entries({ ...input, confirmed: false }).sort()]))

const hex = (tag: Uint8Array) => Buffer.from(tag).toString('hex')

/** Rows that say something new to this team, the first of those that say the same. */
async function withoutRepeated(ctx: Ctx, { teamId, writing }: Judging, rows: Ready[]): Promise<Ready[]> {
  const first = [...new Map([...rows].reverse().map((row) => [hex(row.tag), row])).values()].reverse()
  if (first.length === 0) return []
  const tags = first.map(({ tag }) => tag)
  const done = await ctx.db
    .select({ tag: importedRows.tag })
    .from(importedRows)
    .where(and(eq(importedRows.teamId, teamId), inArray(importedRows.tag, tags)))
  const known = new Set(done.map(({ tag }) => hex(tag)))
  return first.filter(({ tag }) => !known.has(hex(tag)) && !writing?.has(hex(tag)))
}

/** What the list itself numbers this person by. */
const outsideIdOf = ({ cells }: ListRow, { headings }: Reading): string | undefined =>
  cells[idColumn(headings)]?.trim() || undefined

/** Shows a row that an earlier run has judged to the one that goes on behind it. */
export function passRow(twins: TwinRows, row: ListRow, reading: Reading): void {
  const read = rowOf(row.cells, reading)
  if (read.ok) twins.notice({ number: row.number, input: read.input, outsideId: outsideIdOf(row, reading) })
}

/** Rows that may be somebody who has a file, or the person of another row, unless somebody has said that they are not. */
async function withoutMatched(
  ctx: Ctx,
  rows: readonly Ready[],
  judging: Judging,
): Promise<Pick<Judged, 'ready' | 'left'>> {
  const { reading, openedBefore, twins } = judging
  if (!twins) return { ready: [...rows], left: [] }
  const asking = rows.filter(({ input }) => !input.confirmed)
  const alikeOf = await alikeFiles(
    ctx,
    asking.map(({ input }) => input),
    openedBefore,
  )
  const [ready, left]: [Ready[], Left[]] = [[], []]
  for (const row of rows) {
    const { number, cells, input } = row
    const twin = twins.notice({ number, input, outsideId: outsideIdOf(row, reading) })
    const refs = input.confirmed ? [] : alikeOf(input)
    const isTwin = twin !== null && !input.confirmed
    const reasons = [...(refs.length > 0 ? ['name:match'] : []), ...(isTwin ? [`twin:${twin}`] : [])]
    if (reasons.length === 0) ready.push(row)
    else left.push({ number, cells, state: 'match', reasons, refs })
  }
  return { ready, left }
}

/** The same judgement for a try and for the import itself. */
export async function judgeRows(ctx: Ctx, rows: readonly ListRow[], judging: Judging): Promise<Judged> {
  const bad: Left[] = []
  const sound: Ready[] = []
  for (const [place, row] of rows.entries()) {
    if (place % rowsAtOnce === 0) await setImmediate()
    const read = rowOf(row.cells, judging.reading)
    if (read.ok) sound.push({ ...row, input: read.input, tag: tagOf(ctx, judging.teamId, read.input) })
    else bad.push({ ...row, state: 'bad', reasons: read.reasons, refs: [] })
  }
  const fresh = await withoutRepeated(ctx, judging, sound)
  const { ready, left } = await withoutMatched(ctx, fresh, judging)
  return { ready, left: [...bad, ...left], repeated: sound.length - fresh.length }
}
