import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { type Delimiter, type Encoding, delimiters } from '@/lib/imports/import-states'
import { columnsMax } from '@/lib/imports/import-fields'
import { ListUnreadable } from './list-unreadable'

export type CsvShape = { encoding: Encoding; delimiter: Delimiter }

const recordCharactersMax = 1_000_000

async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const part of bytes) yield decoder.decode(part, { stream: true })
  yield decoder.decode()
}

const isCells = (record: unknown): record is string[] => Array.isArray(record)

function unreadable(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error
  return new ListUnreadable(error.code === 'CSV_MAX_RECORD_SIZE' ? 'too-long-cell' : 'not-a-list')
}

/** The records of a CSV file, one at a time and as fast as they are taken; a record may be shorter or longer than the first. */
export async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, delimiter }: CsvShape,
): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter: delimiters[delimiter],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: recordCharactersMax,
  })
  const source = Readable.from(decoded(bytes, encoding))
  const piped = pipeline(source, parser).catch((error: unknown) => error)
  try {
    for await (const record of parser) {
      if (!isCells(record)) continue
      if (record.length > columnsMax) throw new ListUnreadable('too-many-columns')
      yield record
    }
  } catch (error) {
    throw unreadable(error)
  } finally {
    parser.destroy()
    await piped
  }
}
