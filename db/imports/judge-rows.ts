import { and, eq, inArray, lt } from 'drizzle-orm'
import type { ImportCase } from '@/lib/imports/forms'
import type { RowState } from '@/lib/imports/import-states'
import { type Reading, rowOf } from '@/lib/imports/row-of'
import { isWhole } from '@/lib/names/is-whole'
import { wholeName } from '@/lib/names/whole-name'
import { record } from '../audit'
import type { Ctx } from '../ctx'
import { caseFiles, importedRows, nameKeys } from '../schema'

export type ListRow = { number: number; cells: readonly string[] }

type Ready = ListRow & { input: ImportCase; tag: Buffer }
type Left = ListRow & { state: RowState; reasons: string[]; refs: string[] }

/** What would come of rows: files, nothing because they are files already, or a place among those left out. */
export type Judged = { ready: Ready[]; left: Left[]; repeated: number }

/** What a row says, in one form: two rows that say the same have the same tag within a team. */
const tagOf = (ctx: Ctx, teamId: string, input: ImportCase): Buffer =>
  ctx.vault.tag('import', JSON.stringify(['row', teamId, ...Object.entries({ ...input, confirmed: false }).sort()]))

const hex = (tag: Uint8Array) => Buffer.from(tag).toString('hex')

/** Rows that say something new to this team, the first of those that say the same. */
async function withoutRepeated(ctx: Ctx, teamId: string, rows: Ready[]): Promise<Ready[]> {
  const first = [...new Map([...rows].reverse().map((row) => [hex(row.tag), row])).values()].reverse()
  if (first.length === 0) return []
  const tags = first.map(({ tag }) => tag)
  const done = await ctx.db
    .select({ tag: importedRows.tag })
    .from(importedRows)
    .where(and(eq(importedRows.teamId, teamId), inArray(importedRows.tag, tags)))
  const known = new Set(done.map(({ tag }) => hex(tag)))
  return first.filter(({ tag }) => !known.has(hex(tag)))
}

const namesOf = ({ input: { name, otherName } }: Ready): string[] =>
  [name, ...(otherName === undefined ? [] : [otherName])].filter(isWhole).map(wholeName)

/** Files within reach, opened before the list was run, that carry a whole name of these rows; looked for as one who opens a file does. */
async function matchesOf(ctx: Ctx, rows: readonly Ready[], openedBefore: Date): Promise<(row: Ready) => string[]> {
  const tags = new Map(rows.flatMap(namesOf).map((name) => [name, ctx.vault.tag('name', name)]))
  if (tags.size === 0) return () => []
  const found = await ctx.db
    .select({ tag: nameKeys.tag, id: caseFiles.id, ref: caseFiles.ref })
    .from(nameKeys)
    .innerJoin(caseFiles, eq(caseFiles.id, nameKeys.caseId))
    .where(
      and(inArray(nameKeys.tag, [...tags.values()]), eq(nameKeys.kind, 'whole'), lt(caseFiles.openedAt, openedBefore)),
    )
  const byTag = new Map<string, string[]>()
  for (const { tag, ref } of found) byTag.set(hex(tag), [...(byTag.get(hex(tag)) ?? []), ref])
  const ids = [...new Set(found.map(({ id }) => id))]
  await record(ctx, 'case.match', { objectIds: ids, details: { names: tags.size, files: ids.length, imported: true } })
  const refsOf = (name: string) => byTag.get(hex(tags.get(name) ?? Buffer.alloc(0))) ?? []
  return (row) => [...new Set(namesOf(row).flatMap(refsOf))]
}

type Judging = { reading: Reading; teamId: string; openedBefore: Date; matches: boolean }

/** The same judgement for a try and for the import itself. */
export async function judgeRows(ctx: Ctx, rows: readonly ListRow[], judging: Judging): Promise<Judged> {
  const { reading, teamId, openedBefore } = judging
  const left: Left[] = []
  const sound: Ready[] = []
  for (const row of rows) {
    const read = rowOf(row.cells, reading)
    if (read.ok) sound.push({ ...row, input: read.input, tag: tagOf(ctx, teamId, read.input) })
    else left.push({ ...row, state: 'bad', reasons: read.reasons, refs: [] })
  }
  const fresh = await withoutRepeated(ctx, teamId, sound)
  const asking = judging.matches ? fresh.filter(({ input }) => !input.confirmed) : []
  const refsOf = await matchesOf(ctx, asking, openedBefore)
  const ready: Ready[] = []
  for (const row of fresh) {
    const refs = asking.includes(row) ? refsOf(row) : []
    if (refs.length === 0) ready.push(row)
    else left.push({ number: row.number, cells: row.cells, state: 'match', reasons: ['name:match'], refs })
  }
  return { ready, left, repeated: sound.length - fresh.length }
}
