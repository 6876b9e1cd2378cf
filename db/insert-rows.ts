import { getTableColumns, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from './client'

/** What an array takes without quotes: codes and ids; not `null` in any letters, nor what could end it. */
const plain = /^(?!null$)[\w-]+$/i
const escaped = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`

/** One value inside an array as PostgreSQL reads it (manual, 8.15.6). */
function element(cell: unknown): string {
  if (cell === null || cell === undefined) return 'NULL'
  if (typeof cell === 'string') return plain.test(cell) ? cell : escaped(cell)
  if (cell instanceof Uint8Array)
    return `"\\\\x${Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength).toString('hex')}"`
  if (cell instanceof Date) return cell.toISOString()
  if (Array.isArray(cell)) return escaped(arrayOf(cell))
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  throw new TypeError('a cell that cannot be written')
}

/** An array as PostgreSQL reads it: one parameter, however many values. */
export const arrayOf = (cells: readonly unknown[]): string => `{${cells.map(element).join(',')}}`

/** An array in a cell travels as its text: arrays of arrays would be unnested to their last element. */
const sentAs = (type: string) => (type.endsWith('[]') ? 'text' : type)

type Column = { key: string; column: PgColumn }

/** A row that does not say has what the table gives it. */
const cellOf = (row: Record<string, unknown>, { key, column }: Column): unknown => row[key] ?? column.default

/**
 * Inserts many rows as one array a column, so that a statement is no longer for having more rows: writing it out with a
 * parameter for each cell takes longer than all that PostgreSQL does with it. Defaults that are no plain value do not work.
 */
export async function insertRows<Table extends PgTable>(
  db: Tx,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): Promise<void> {
  if (rows.length === 0) return
  const lines: Record<string, unknown>[] = [...rows]
  const columns = Object.entries(getTableColumns(table))
    .map(([key, column]) => ({ key, column }))
    .filter(({ key }) => lines.some((line) => line[key] !== undefined))
  const names = columns.map(({ column }) => sql.identifier(column.name))
  const values = columns.map((one) => {
    const type = sql.raw(`${sentAs(one.column.getSQLType())}[]`)
    return sql`${arrayOf(lines.map((line) => cellOf(line, one)))}::${type}`
  })
  const chosen = columns.map(({ column }) => sql`v.${sql.identifier(column.name)}::${sql.raw(column.getSQLType())}`)
  const list = (parts: typeof values) => sql.join(parts, sql`, `)
  await db.execute(sql`
    insert into ${table} (${sql.join(names, sql`, `)}) select ${list(chosen)}
      from unnest(${list(values)}) as v (${sql.join(names, sql`, `)})`)
}
