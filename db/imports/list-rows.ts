import type { Delimiter, Encoding, ListFormat } from '@/lib/imports/import-states'
import type { Acting } from '../files/acting'
import { readStored } from '../files/read-stored'
import { csvRows } from './csv-rows'
import { xlsxRows } from './xlsx-rows'

/** A stored list and how its bytes are read. */
export type List = { fileId: string; size: number; format: ListFormat } & {
  encoding: Encoding | null
  delimiter: Delimiter | null
}

/** The records of a stored list from its first one, whatever it is written in. */
export function listRows(acts: Acting, { fileId, size, format, encoding, delimiter }: List): AsyncGenerator<string[]> {
  if (format === 'xlsx') return xlsxRows({ size, range: (start, end) => readStored(acts, fileId, { start, end }) })
  const shape = { encoding: encoding ?? ('utf-8' as const), delimiter: delimiter ?? ('comma' as const) }
  return csvRows(readStored(acts, fileId), shape)
}
