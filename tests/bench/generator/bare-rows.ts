import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Sql } from 'postgres'

type Column = { name: string; type: string; isKey: boolean }

/** What is sealed has a head, a step of 32 bytes at least and a mark behind; in clear it is as long as what it seals, near enough. */
const inClear = ({ name, type, isKey }: Column) =>
  type !== 'bytea' || isKey
    ? `"${name}"`
    : `case when octet_length("${name}") >= 77 then repeat('x', octet_length("${name}") - 61) else encode("${name}", 'hex') end as "${name}"`

async function columnsOf(sql: Sql, table: string): Promise<Column[]> {
  const rows = await sql<{ name: string; type: string; is_key: boolean }[]>`
    select a.attname as name, format_type(a.atttypid, null) as type,
           exists (select from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any(i.indkey)) as is_key
      from pg_attribute a where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`
  return rows.map(({ is_key: isKey, ...column }) => ({ ...column, isKey }))
}

/** The rows of imported files in one table, in clear, as COPY takes them. */
async function takeOut(sql: Sql, table: string): Promise<Buffer[]> {
  const columns = await columnsOf(sql, table)
  const file = table === 'case_file' ? 'id' : 'case_id'
  const keys = columns.filter(({ isKey }) => isKey).map(({ name }) => `"${name}"`)
  await sql.unsafe(`create table bare."${table}" as select ${columns.map(inClear).join(', ')} from "${table}"
    where "${file}" in (select case_id from imported_row)`)
  const parts: Buffer[] = []
  const stream = await sql.unsafe(`copy bare."${table}" to stdout`).readable()
  stream.on('data', (part: Buffer) => parts.push(Buffer.from(part)))
  await once(stream, 'end')
  await sql.unsafe(`truncate bare."${table}"`)
  if (keys.length > 0) await sql.unsafe(`alter table bare."${table}" add primary key (${keys.join(', ')})`)
  return parts
}

/**
 * Every row of the imported files once more, by a bare COPY into tables in clear with a primary key, no other index, no
 * policy, no trigger: how many, and how long that takes.
 */
export async function bareRows(sql: Sql): Promise<{ rows: number; seconds: number }> {
  await sql.unsafe('create schema bare')
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and (c.relname = 'case_file'
        or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped))`
  let [rows, seconds] = [0, 0]
  for (const { name } of tables) {
    const parts = await takeOut(sql, name)
    const from = performance.now()
    const stream = await sql.unsafe(`copy bare."${name}" from stdin`).writable()
    for (const part of parts) if (!stream.write(part)) await once(stream, 'drain')
    stream.end()
    await finished(stream)
    seconds += (performance.now() - from) / 1000
    const [counted] = await sql.unsafe<{ n: number }[]>(`select count(*)::int as n from bare."${name}"`)
    rows += counted?.n ?? 0
  }
  await sql.unsafe('drop schema bare cascade')
  return { rows, seconds }
}
