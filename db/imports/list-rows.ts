import type { Delimiter, Encoding, ListFormat } from '@/lib/imports/import-states'
import { withoutGuard } from '@/lib/csv'
import type { Acting } from '../files/acting'
import { readStored } from '../files/read-stored'
import { csvRows } from './csv-rows'
import { xlsxRows } from './xlsx-rows'

/** A stored list and how its bytes are read. */
export type List = { fileId: string; size: number; format: ListFormat } & {
  encoding: Encoding | null
  delimiter: Delimiter | null
}

const prefaceCells = 4

/** What our own exports say first, of whose copy it is, is no row; a spreadsheet widens it to the others. */
const isPreface = (cells: readonly string[]): boolean =>
  cells[0] === 'vigil' && cells.length >= prefaceCells && cells.slice(prefaceCells).every((cell) => cell === '')

/** The records of a stored list from its first one, whatever it is written in, and what a spreadsheet must not compute as it was. */
export async function* listRows(acts: Acting, list: List): AsyncGenerator<string[]> {
  let isFirst = true
  for await (const cells of recordsOf(acts, list)) {
    if (!(isFirst && isPreface(cells))) yield cells.map(withoutGuard)
    isFirst = false
  }
}

function recordsOf(acts: Acting, { fileId, size, format, encoding, delimiter }: List): AsyncGenerator<string[]> {
  if (format === 'xlsx') return xlsxRows({ size, range: (start, end) => readStored(acts, fileId, { start, end }) })
  const shape = { encoding: encoding ?? ('utf-8' as const), delimiter: delimiter ?? ('comma' as const) }
  return csvRows(readStored(acts, fileId), shape)
}
