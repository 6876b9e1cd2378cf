import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { MapImport, Mapping, OneImport, RereadImport } from '@/lib/imports/forms'
import { shapeOf } from '@/lib/imports/guess-columns'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { importMappings, importRows } from '../schema'
import { sealHead } from './begin-import'
import { type FoundImport, findImport, moveImport } from './find-import'
import { ListUnreadable } from './list-unreadable'
import { readHead } from './read-head'

/** Nothing has been found out yet: what an earlier try counted is forgotten. */
const uncounted = {
  runAt: null,
  cursor: 0,
  rowsDone: 0,
  rowsBad: 0,
  rowsMatched: 0,
  rowsRepeated: 0,
  rowsAll: null,
  runner: null,
  beatAt: null,
}

const before = ['mapping', 'checked', 'cancelled'] as const

const forgetRows = (ctx: Ctx, batchId: string) => ctx.db.delete(importRows).where(eq(importRows.batchId, batchId))

/** Reads the list again in another encoding, with another sign between its cells, or with its first row taken otherwise. */
export const rereadImport = verb('import.map', async (ctx: Ctx, input: RereadImport) => {
  const found = await findImport(ctx, input.importId)
  const { encoding = found.encoding, delimiter = found.delimiter, hasHeader } = input
  const said = { encoding: found.list.encoding, delimiter: found.list.delimiter, hasHeader }
  const read = await readHead((run) => run(ctx), found.fileId, {
    ...said,
    ...(input.encoding && { encoding: input.encoding }),
    ...(input.delimiter && { delimiter: input.delimiter }),
  }).catch((error: unknown) => {
    throw error instanceof ListUnreadable ? new Refusal('invalid', { delimiter: error.failure }) : error
  })
  await forgetRows(ctx, found.id)
  await moveImport(
    ctx,
    { id: found.id, version: input.version, from: before },
    {
      ...uncounted,
      state: 'mapping',
      encoding,
      delimiter,
      hasHeader,
      mapping: null,
      head: sealHead(ctx, { fileId: found.fileId, batchId: found.id, head: read.head }),
      shape: ctx.vault.tag('import', `shape ${shapeOf(read.head.headings)}`),
    },
  )
  await record(ctx, 'import.map', { objectIds: [found.id], details: { encoding, delimiter, hasHeader } })
  return { importId: found.id }
})

async function keepMapping(ctx: Ctx, { shape }: FoundImport, kept: { name: string; mapping: Mapping }) {
  const id = randomUUID()
  const seal = (field: 'import_mapping.name' | 'import_mapping.mapping', text: string) =>
    ctx.vault.sealForHouse(field, id, Buffer.from(text, 'utf8'))
  await ctx.db.insert(importMappings).values({
    id,
    ownerId: ctx.actor.id,
    shape,
    name: seal('import_mapping.name', kept.name),
    mapping: seal('import_mapping.mapping', JSON.stringify(kept.mapping)),
    savedAt: ctx.now,
  })
}

/** Names the columns of a list, which is then tried out in the background; under a name they are kept for the next list of this shape. */
export const mapImport = verb('import.map', async (ctx: Ctx, input: MapImport) => {
  const found = await findImport(ctx, input.importId)
  const { mapping, name } = input
  const width = found.head.headings.length
  const whole = { ...mapping, columns: Array.from({ length: width }, (_, place) => mapping.columns[place] ?? '') }
  const plain = Buffer.from(JSON.stringify(whole), 'utf8')
  const sealed = ctx.vault.sealStored('import_batch.mapping', { fileId: found.fileId, rowId: found.id }, plain)
  await forgetRows(ctx, found.id)
  const move = { id: found.id, version: input.version, from: before }
  await moveImport(ctx, move, { ...uncounted, state: 'checking', mapping: sealed })
  if (name) await keepMapping(ctx, found, { name, mapping: whole })
  const fields = whole.columns.filter((target) => target !== '')
  await record(ctx, 'import.map', { objectIds: [found.id], details: { fields, kept: name !== undefined } })
  return { importId: found.id }
})

/** Back to naming the columns; nothing that was imported so far is touched. */
export const remapImport = verb('import.map', async (ctx: Ctx, { importId, version }: OneImport) => {
  const found = await findImport(ctx, importId)
  await moveImport(ctx, { id: found.id, version, from: ['checked', 'cancelled'] }, { state: 'mapping' })
  await record(ctx, 'import.map', { objectIds: [found.id] })
  return { importId: found.id }
})
