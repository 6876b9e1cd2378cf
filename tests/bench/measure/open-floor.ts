import postgres from 'postgres'
import type { Connection } from '@/lib/database-url'
import { floorTables } from '../generator/floor-tables'

/** As many lines of other pages as there are files, so that the floor finds its own among them. */
const fill = (files: number) =>
  `insert into said select 'page ' || (n / 50), n % 50, array['a', 'b', 'c'] from generate_series(1, ${files}) n`

/** The floor's database, made; what it answers lays down the lines of a page. */
export async function openFloor(database: Connection, files: number) {
  const sql = postgres({ ...database, max: 1, onnotice: () => undefined })
  await sql.unsafe(`${floorTables}; ${fill(files)}; analyze`)
  const keep = async (page: string, said: readonly string[][]): Promise<void> => {
    if (said.length === 0) throw new Error(`${page} says nothing`)
    const lines = said.map((texts, line) => ({ page, line, texts }))
    for (const row of lines)
      await sql`insert into said ${sql(row)} on conflict (page, line) do update set texts = excluded.texts`
    await sql`analyze said`
  }
  return { keep, close: () => sql.end() }
}
