import { finished } from 'node:stream/promises'
import type { Sql, TransactionSql } from 'postgres'

export type Cell = string | number | boolean | Date | Uint8Array | readonly string[] | null

/** Rows by table, in the order in which they may be written. */
export type Rows = Record<string, Record<string, Cell>[]>

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function written(cell: Cell): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'string') return cell.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign)
  if (cell instanceof Date) return cell.toISOString()
  if (cell instanceof Uint8Array)
    return `\\\\x${Buffer.from(cell.buffer, cell.byteOffset, cell.length).toString('hex')}`
  return typeof cell === 'object' ? `{${cell.join(',')}}` : String(cell)
}

/** Writes rows by COPY, PostgreSQL's fastest way in. */
export async function copyInto(sql: Sql | TransactionSql, rows: Rows): Promise<void> {
  for (const [table, lines] of Object.entries(rows)) {
    const [first] = lines
    if (!first) continue
    const columns = Object.keys(first)
    const stream = await sql.unsafe(`copy ${table} (${columns.join(', ')}) from stdin`).writable()
    stream.end(lines.map((row) => `${columns.map((name) => written(row[name] ?? null)).join('\t')}\n`).join(''))
    await finished(stream)
  }
}

/** Adds the rows of one file to those of the files before it. */
export function gather(into: Rows, rows: Rows): void {
  for (const [table, lines] of Object.entries(rows)) (into[table] ??= []).push(...lines)
}
