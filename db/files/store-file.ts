import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import { type FilePurpose, chunkBytes, keptDays, unfinishedHours } from '@/lib/files/stored'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { storedChunks, storedFiles } from '../schema'
import type { Acting } from './acting'

export type NewFile = { purpose: FilePurpose; name: string; bytes: AsyncIterable<Uint8Array>; bytesMax: number }

const hourMs = 3_600_000

const untilAfter = ({ now }: Ctx, hours: number) => new Date(now.getTime() + hours * hourMs)

/** The row and the key of a file whose bytes are on their way: nobody sees it, and left so it is taken away. */
export async function beginFile(ctx: Ctx, { purpose, name }: Pick<NewFile, 'purpose' | 'name'>): Promise<string> {
  if (!mayEver(ctx.actor.role, 'file:keep')) throw new Refusal('forbidden')
  const id = randomUUID()
  const key = ctx.vault.drawStored(id)
  await ctx.db.insert(storedFiles).values({
    id,
    ownerId: ctx.actor.id,
    purpose,
    name: ctx.vault.sealStored('stored_file.name', { fileId: id, rowId: id }, Buffer.from(name, 'utf8')),
    ...key,
    storedAt: ctx.now,
    until: untilAfter(ctx, unfinishedHours),
  })
  return id
}

type Chunk = { fileId: string; place: number; isLast: boolean; plain: Uint8Array }

/** One more chunk; it opens at its own place alone, and the last one as the last alone. */
export async function addChunk(ctx: Ctx, { fileId, place, isLast, plain }: Chunk): Promise<void> {
  const [file] = await ctx.db
    .select()
    .from(storedFiles)
    .where(and(eq(storedFiles.id, fileId), eq(storedFiles.state, 'open')))
  if (!file) throw new Refusal('not-found')
  ctx.vault.holdStored(file)
  const at = { fileId, rowId: fileId, part: { place, isLast } }
  const bytes = ctx.vault.sealStored('stored_chunk.bytes', at, plain)
  await ctx.db.insert(storedChunks).values({ fileId, ownerId: ctx.actor.id, place, bytes })
}

/** A file whose every chunk stands is kept until its end date. */
export const keepFile = verb('file.store', async (ctx: Ctx, file: { id: string; size: number; chunks: number }) => {
  if (!mayEver(ctx.actor.role, 'file:keep')) throw new Refusal('forbidden')
  const { id, size, chunks } = file
  const kept = await ctx.db
    .update(storedFiles)
    .set({ state: 'whole', size, chunks, until: untilAfter(ctx, keptDays * 24) })
    .where(and(eq(storedFiles.id, id), eq(storedFiles.state, 'open')))
    .returning({ purpose: storedFiles.purpose })
  if (!kept[0]) throw new Refusal('not-found')
  await record(ctx, 'file.store', { objectIds: [id], details: { purpose: kept[0].purpose, size } })
  return { fileId: id }
})

/** Takes away a file that will not be finished. */
export const dropFile = (ctx: Ctx, id: string) => ctx.db.delete(storedFiles).where(eq(storedFiles.id, id))

/** Pieces of any size as chunks of one size, each held back until it is known whether another follows. */
async function* cut(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Omit<Chunk, 'fileId'>> {
  let [waiting, held, place] = [new Array<Uint8Array>(), 0, 0]
  for await (const piece of bytes) {
    waiting.push(piece)
    held += piece.length
    while (held > chunkBytes) {
      const all = Buffer.concat(waiting, held)
      yield { place, isLast: false, plain: all.subarray(0, chunkBytes) }
      const rest = Buffer.from(all.subarray(chunkBytes))
      ;[waiting, held, place] = [[rest], rest.length, place + 1]
    }
  }
  yield { place, isLast: true, plain: Buffer.concat(waiting, held) }
}

/**
 * Stores a stream, sealed chunk by chunk, each in a transaction of its own: memory holds two chunks at most and no
 * transaction waits for a slow sender. Nothing of a file that breaks off or is too large is left behind.
 */
export async function storeFile(acts: Acting, { bytes, bytesMax, ...file }: NewFile): Promise<string> {
  const fileId = await acts((ctx) => beginFile(ctx, file))
  let [size, chunks] = [0, 0]
  try {
    for await (const chunk of cut(bytes)) {
      size += chunk.plain.length
      chunks += 1
      if (size > bytesMax) throw new Refusal('invalid', { file: 'file-too-large' })
      await acts((ctx) => addChunk(ctx, { fileId, ...chunk }))
    }
    await acts((ctx) => keepFile(ctx, { id: fileId, size, chunks }))
    return fileId
  } catch (error) {
    await acts((ctx) => dropFile(ctx, fileId))
    throw error
  }
}
