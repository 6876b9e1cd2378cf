import { randomUUID } from 'node:crypto'
import { mayEver } from '@/lib/access/can'
import { shapeOf } from '@/lib/imports/guess-columns'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { findStored } from '../files/read-stored'
import { importBatches } from '../schema'
import type { Head, Read } from './read-head'

/** The team an actor imports into, which is their own. */
export function importingTeam({ actor }: Ctx): string {
  if (!actor.teamId || !mayEver(actor.role, 'case:import')) throw new Refusal('forbidden')
  return actor.teamId
}

export const sealHead = (ctx: Ctx, { fileId, batchId, head }: { fileId: string; batchId: string; head: Head }) =>
  ctx.vault.sealStored('import_batch.head', { fileId, rowId: batchId }, Buffer.from(JSON.stringify(head), 'utf8'))

/** A stored list becomes an import whose columns wait to be named. */
export const beginImport = verb('import.begin', async (ctx: Ctx, read: Read) => {
  const teamId = importingTeam(ctx)
  const { fileId, format, encoding, delimiter, hasHeader, head } = read
  await findStored(ctx, fileId)
  const id = randomUUID()
  await ctx.db.insert(importBatches).values({
    id,
    ownerId: ctx.actor.id,
    teamId,
    fileId,
    format,
    encoding,
    delimiter,
    hasHeader,
    head: sealHead(ctx, { fileId, batchId: id, head }),
    shape: ctx.vault.tag('import', `shape ${shapeOf(head.headings)}`),
    startedAt: ctx.now,
  })
  await record(ctx, 'import.begin', { objectIds: [id, fileId], details: { format, columns: head.headings.length } })
  return { importId: id }
})
