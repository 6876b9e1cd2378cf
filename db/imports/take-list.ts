import { uploadBytesMax } from '@/lib/files/stored'
import { Refusal } from '@/lib/refusal'
import type { Acting } from '../files/acting'
import { dropFile, storeFile } from '../files/store-file'
import { beginImport, importingTeam } from './begin-import'
import { ListUnreadable } from './list-unreadable'
import { readHead } from './read-head'

/** Keeps a list as it comes and looks at its first rows; one that cannot be read is not kept. */
export async function takeList(
  acts: Acting,
  { name, bytes }: { name: string; bytes: AsyncIterable<Uint8Array> },
): Promise<string> {
  await acts((ctx) => Promise.resolve(importingTeam(ctx)))
  const fileId = await storeFile(acts, { purpose: 'import', name, bytes, bytesMax: uploadBytesMax })
  try {
    const read = await readHead(acts, fileId)
    const { importId } = await acts((ctx) => beginImport(ctx, read))
    return importId
  } catch (error) {
    await acts((ctx) => dropFile(ctx, fileId))
    throw error instanceof ListUnreadable ? new Refusal('invalid', { file: error.failure }) : error
  }
}
