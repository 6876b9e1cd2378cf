import { and, eq, inArray } from 'drizzle-orm'
import { Mapping } from '@/lib/imports/forms'
import {
  type ImportState,
  delimiterNames,
  encodings,
  importStates,
  listFailures,
  listFormats,
  matchedChoices,
} from '@/lib/imports/import-states'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { findStored } from '../files/read-stored'
import { importBatches } from '../schema'
import { importingTeam } from './begin-import'
import type { List } from './list-rows'
import { Head } from './read-head'

const oneOf = <T extends string>(list: readonly T[], code: string | null): T | null =>
  list.find((word) => word === code) ?? null

/** The state a row says it is in. */
export const importStateOf = (code: string): ImportState => oneOf(importStates, code) ?? 'failed'

/** An import of the actor's own, its text opened; anybody else's is not found. */
export async function findImport(ctx: Ctx, id: string) {
  importingTeam(ctx)
  const [row] = await ctx.db.select().from(importBatches).where(eq(importBatches.id, id))
  if (!row) throw new Refusal('not-found')
  const file = await findStored(ctx, row.fileId)
  const place = { fileId: row.fileId, rowId: row.id }
  const text = (field: 'import_batch.head' | 'import_batch.mapping', sealed: Uint8Array): unknown =>
    JSON.parse(ctx.vault.openStored(field, place, sealed).toString('utf8'))
  const list: List = {
    fileId: row.fileId,
    size: file.size,
    format: oneOf(listFormats, row.format) ?? 'csv',
    encoding: oneOf(encodings, row.encoding),
    delimiter: oneOf(delimiterNames, row.delimiter),
  }
  return {
    ...row,
    state: importStateOf(row.state),
    failure: oneOf(listFailures, row.failure),
    matched: oneOf(matchedChoices, row.matched) ?? ('leave' as const),
    list,
    head: Head.parse(text('import_batch.head', row.head)),
    mapping: row.mapping ? Mapping.parse(text('import_batch.mapping', row.mapping)) : null,
  }
}
export type FoundImport = Awaited<ReturnType<typeof findImport>>

type Move = { id: string; version: number; from: readonly ImportState[] }
type Change = Partial<typeof importBatches.$inferInsert>

/** Changes an import that stands as it was shown; one that has moved on meanwhile is a conflict. */
export async function moveImport(ctx: Ctx, { id, version, from }: Move, change: Change): Promise<void> {
  const moved = await ctx.db
    .update(importBatches)
    .set({ ...change, version: version + 1 })
    .where(and(eq(importBatches.id, id), eq(importBatches.version, version), inArray(importBatches.state, from)))
    .returning({ id: importBatches.id })
  if (moved.length === 0) throw new Refusal('conflict')
}
