import { z } from 'zod'
import { looksLikeHeader } from '@/lib/imports/guess-columns'
import { guessDelimiter } from '@/lib/imports/guess-delimiter'
import { guessEncoding } from '@/lib/imports/guess-encoding'
import type { Delimiter, Encoding, ListFormat } from '@/lib/imports/import-states'
import type { Acting } from '../files/acting'
import { findStored, readStored } from '../files/read-stored'
import { type List, listRows } from './list-rows'
import { ListUnreadable } from './list-unreadable'

const sampleRows = 5
const cellCharacters = 80
const guessedFrom = 64 * 1024

/** What a list shows of itself before its columns are named. */
export const Head = z.object({ headings: z.array(z.string()), sample: z.array(z.array(z.string())) })
export type Head = z.infer<typeof Head>

export type Read = List & { hasHeader: boolean; head: Head }

const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, place) => bytes[place] === byte)

const zip = [0x50, 0x4b, 0x03, 0x04]
const oldBook = [0xd0, 0xcf, 0x11, 0xe0]

type Guess = { format: ListFormat; encoding: Encoding | null; delimiter: Delimiter | null }

function guess(bytes: Uint8Array): Guess {
  if (bytes.length === 0) throw new ListUnreadable('empty-list')
  if (startsWith(bytes, zip)) return { format: 'xlsx', encoding: null, delimiter: null }
  if (startsWith(bytes, oldBook)) throw new ListUnreadable('old-workbook')
  const encoding = guessEncoding(bytes)
  if (!encoding) throw new ListUnreadable('not-a-list')
  return { format: 'csv', encoding, delimiter: guessDelimiter(new TextDecoder(encoding).decode(bytes)) }
}

async function firstBytes(acts: Acting, fileId: string): Promise<Uint8Array> {
  for await (const bytes of readStored(acts, fileId, { start: 0, end: guessedFrom })) return bytes
  return new Uint8Array()
}

const shortened = (text: string) => (text.length > cellCharacters ? `${text.slice(0, cellCharacters)}…` : text)

async function firstRows(acts: Acting, list: List): Promise<string[][]> {
  const rows: string[][] = []
  for await (const cells of listRows(acts, list)) {
    rows.push(cells)
    if (rows.length > sampleRows) break
  }
  if (rows.length === 0) throw new ListUnreadable('empty-list')
  return rows
}

/** How a stored list is to be read, as far as its first bytes tell or as somebody has said, and what its first rows hold. */
export async function readHead(
  acts: Acting,
  fileId: string,
  said?: Omit<Guess, 'format'> & { hasHeader: boolean },
): Promise<Read> {
  const { size } = await acts((ctx) => findStored(ctx, fileId))
  const guessed = guess(await firstBytes(acts, fileId))
  const list = { fileId, size, ...guessed, ...(said && guessed.format === 'csv' && said) }
  const rows = await firstRows(acts, list)
  const [first = []] = rows
  const hasHeader = said ? said.hasHeader : looksLikeHeader(first)
  const body = hasHeader ? rows.slice(1) : rows.slice(0, sampleRows)
  const width = Math.max(...rows.map((cells) => cells.length))
  const headings = Array.from({ length: width }, (_, place) => (hasHeader ? shortened(first[place]?.trim() ?? '') : ''))
  return { ...list, hasHeader, head: { headings, sample: body.map((cells) => cells.map(shortened)) } }
}
