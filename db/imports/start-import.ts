import type { OneImport, StartImport } from '@/lib/imports/forms'
import { eq } from 'drizzle-orm'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { importRows } from '../schema'
import { findImport, moveImport } from './find-import'

/** Lets a list that was tried out become files, in the background. */
export const startImport = verb('import.run', async (ctx: Ctx, { importId, version, matched }: StartImport) => {
  const found = await findImport(ctx, importId)
  await ctx.db.delete(importRows).where(eq(importRows.batchId, found.id))
  await moveImport(
    ctx,
    { id: found.id, version, from: ['checked'] },
    {
      state: 'importing',
      matched,
      cursor: 0,
      rowsDone: 0,
      rowsBad: 0,
      rowsMatched: 0,
      rowsRepeated: 0,
      rowsAll: null,
      runner: null,
      runAt: ctx.now,
    },
  )
  await record(ctx, 'import.run', { objectIds: [found.id], details: { matched, rows: found.rowsDone } })
  return { importId: found.id }
})

/** Goes on with one that stopped half way; whoever runs it still is left to it. */
export const resumeImport = verb('import.run', async (ctx: Ctx, { importId, version }: OneImport) => {
  const found = await findImport(ctx, importId)
  if (found.version !== version) throw new Refusal('conflict')
  await record(ctx, 'import.run', { objectIds: [found.id], details: { from: found.cursor } })
  return { importId: found.id }
})

/** Stops a list on its way; rows that are files by now stay so. */
export const cancelImport = verb('import.cancel', async (ctx: Ctx, { importId, version }: OneImport) => {
  const found = await findImport(ctx, importId)
  const move = { id: found.id, version, from: ['checking', 'importing', 'mapping', 'checked'] as const }
  await moveImport(ctx, move, { state: 'cancelled', runner: null })
  await record(ctx, 'import.cancel', { objectIds: [found.id], details: { at: found.cursor, done: found.rowsDone } })
  return { importId: found.id }
})
