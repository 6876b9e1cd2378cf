import { and, eq } from 'drizzle-orm'
import { chunkBytes } from '@/lib/files/stored'
import { Refusal } from '@/lib/refusal'
import { SealBroken } from '@/lib/vault/seal'
import type { Ctx } from '../ctx'
import { storedChunks, storedFiles } from '../schema'
import type { Acting } from './acting'

export type Range = { start: number; end: number }

/** The row of a whole file of the actor's own, its key held; anybody else's is not found. */
export async function findStored(ctx: Ctx, fileId: string) {
  const [file] = await ctx.db
    .select()
    .from(storedFiles)
    .where(and(eq(storedFiles.id, fileId), eq(storedFiles.state, 'whole')))
  if (!file) throw new Refusal('not-found')
  ctx.vault.holdStored(file)
  return file
}

/** @throws SealBroken when a chunk is missing, stands in another's place, or is the last without having been so */
async function openChunk(ctx: Ctx, fileId: string, place: number): Promise<{ plain: Buffer; isLast: boolean }> {
  const file = await findStored(ctx, fileId)
  const [chunk] = await ctx.db
    .select({ bytes: storedChunks.bytes })
    .from(storedChunks)
    .where(and(eq(storedChunks.fileId, fileId), eq(storedChunks.place, place)))
  if (!chunk) throw new SealBroken()
  const isLast = place === file.chunks - 1
  const at = { fileId, rowId: fileId, part: { place, isLast } }
  return { plain: ctx.vault.openStored('stored_chunk.bytes', at, chunk.bytes), isLast }
}

/** The bytes of a stored file from `start` up to `end`, a chunk at a time and as fast as they are taken. */
export async function* readStored(
  acts: Acting,
  fileId: string,
  { start, end }: Range = { start: 0, end: Infinity },
): AsyncGenerator<Buffer> {
  let place = Math.floor(start / chunkBytes)
  for (let from = start; from < end; place += 1) {
    const { plain, isLast } = await acts((ctx) => openChunk(ctx, fileId, place))
    const first = place * chunkBytes
    const bytes = plain.subarray(from - first, Math.min(plain.length, end - first))
    if (bytes.length > 0) yield bytes
    if (isLast) return
    from = first + plain.length
  }
}
