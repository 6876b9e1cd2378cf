import { csvOpening, csvRow } from '@/lib/csv'
import { jsonLine } from '@/lib/json-line'
import type { ExportFormat } from './forms'

export type Cell = string | number | null | readonly string[]

const flat = (cell: Cell): string | number | null => (typeof cell === 'object' && cell !== null ? cell.join(' ') : cell)

/**
 * How a table is written: its opening, and the line of each row, whose cells stand in the order of `columns`. In CSV a
 * list is one cell with spaces between its parts, and no cell is one that a spreadsheet would compute.
 */
export function exportLines(format: ExportFormat, columns: readonly string[]) {
  if (format === 'csv') {
    return { opening: csvOpening + csvRow(columns), line: (cells: readonly Cell[]) => csvRow(cells.map(flat)) }
  }
  const line = (cells: readonly Cell[]) =>
    jsonLine(Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? null])))
  return { opening: '', line }
}
