// A reader who opens the file in a spreadsheet must not run what someone else typed. Besides = + - @ tab and CR the list
// holds their full-width forms and LF, which some locales' spreadsheets take the same way (OWASP, "CSV Injection").
const formula = /^[\s\u200b-\u200d\u2060\ufeff"']*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/u
const quoted = /[",;|\t\r\n]|^\s|\s$/u

/** What a CSV file begins with, so that spreadsheets read it as UTF-8 and Hangul stays Hangul. */
export const csvOpening = '\ufeff'

/**
 * One record of a CSV file with its line end (RFC 4180: commas, CRLF, doubled quotes). No cell, once read, begins with
 * a character that makes a spreadsheet compute it, even behind spaces and quotes: such a cell gets an apostrophe in
 * front, and so does one that already has it, so that taking one away gives the text back. Null is an empty cell.
 * Throws a RangeError for a number that is not finite.
 */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: string | number | null): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number' && !Number.isFinite(cell)) throw new RangeError('not a finite number')
  const text = String(cell)
  const harmless = formula.test(text) ? `'${text}` : text
  return quoted.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** The text of a cell that `csvRow` may have written: the apostrophe in front of what a spreadsheet would compute is taken away. */
export const withoutGuard = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
