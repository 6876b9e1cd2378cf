import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Sql } from 'postgres'
import { z } from 'zod'
import { StartFailure } from '@/lib/start-failure'

const Journal = z.object({ entries: z.array(z.object({ idx: z.number().int() })).min(1) })

/** How many migrations this code knows. */
function levelOfCode(): number {
  const file = fileURLToPath(new URL('./migrations/meta/_journal.json', import.meta.url))
  return Math.max(...Journal.parse(JSON.parse(readFileSync(file, 'utf8'))).entries.map(({ idx }) => idx + 1))
}

/** Any role may read the comment on a schema, and only the owner can write it. */
async function levelOfDatabase(sql: Sql): Promise<number> {
  const [row] = await sql<{ level: string | null }[]>`select obj_description('public'::regnamespace) as level`
  return Number(/^vigil (\d+)$/.exec(row?.level ?? '')?.[1] ?? 0)
}

/** To be called by the owner once the migrations are through. */
export async function markLevel(sql: Sql) {
  await sql.unsafe(`comment on schema public is 'vigil ${levelOfCode()}'`)
}

/** An older Vigil must not write into a newer one's tables. */
export async function refuseNewer(sql: Sql) {
  const [found, wanted] = [await levelOfDatabase(sql), levelOfCode()]
  if (found > wanted)
    throw new StartFailure(`The database is newer (${found} migrations) than this Vigil (${wanted}): update Vigil.`)
}

export async function refuseOtherLevel(sql: Sql) {
  const [found, wanted] = [await levelOfDatabase(sql), levelOfCode()]
  if (found < wanted)
    throw new StartFailure(
      `The migrations are behind: the database has ${found} of ${wanted}. \`npm start\` runs them.`,
    )
  await refuseNewer(sql)
}
