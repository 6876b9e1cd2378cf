import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { confidentialities } from '@/lib/access/grants'
import { ListFilters } from '@/lib/cases/list-cases'
import type { SearchFilters, SearchPlace } from '@/lib/search/terms'
import { withMyFiles } from '../cases/is-mine'
import { listFilters } from '../cases/list-filters'
import { reaches } from '../cases/list-cases'
import { scans } from '../cases/scans'
import type { Ctx } from '../ctx'
import { caseFiles } from '../schema'

const Reached = z.array(
  z.object({
    id: z.string(),
    team_id: z.string(),
    confidentiality: z.enum(confidentialities),
    changed_at: z.string(),
  }),
)

export type ReachedFile = z.output<typeof Reached>[number]

/** What a search is narrowed by, on files of every state but drafts. */
export function searchFilters(ctx: Ctx, filters: SearchFilters): SQL[] {
  const { situation, risk, team, assignee, year } = filters
  const { situationMonth } = caseFiles
  const listed = listFilters(ctx, ListFilters.parse({ workflow: 'all', situation, risk, team, worker: assignee }))
  if (year === undefined) return listed
  return [...listed, sql`${situationMonth} >= ${year} and ${situationMonth} < ${String(Number(year) + 1)}`]
}

type Asked = { filters: SearchFilters; after: SearchPlace | null; limit: number; where?: SQL }

/** Files within reach, the last changed first, from a place on: one early-stopping scan for each reach. */
export async function reachedFiles(ctx: Ctx, { filters, after, limit, where }: Asked): Promise<ReachedFile[]> {
  const [scan] = scans.changed
  const begins = after ? scan.after({ risk: '', ...after }) : null
  const narrowed = [...searchFilters(ctx, filters), ...(begins ? [begins] : []), ...(where ? [where] : [])]
  const branches = reaches(ctx, { mine: undefined }).map(({ from, where: own }) => {
    const rule = sql.join([...own, ...narrowed], sql` and `)
    return sql`(select id, team_id, confidentiality, changed_at from ${from} where ${rule} order by ${scan.order} limit ${limit})`
  })
  const [row] = await ctx.db.execute(
    sql`${withMyFiles} select coalesce(json_agg(f), '[]') as files from (${sql.join(branches, sql` union all `)}) f`,
  )
  const files = Reached.parse(row?.['files'])
  const distinct = [...new Map(files.map((file) => [file.id, file])).values()]
  const newest = (a: ReachedFile, b: ReachedFile) =>
    a.changed_at > b.changed_at ? -1 : a.changed_at < b.changed_at ? 1 : a.id < b.id ? -1 : 1
  return distinct.sort(newest).slice(0, limit)
}

/** Those of these files that are within reach and fit the filters. */
export async function fittingFiles(ctx: Ctx, ids: readonly string[], filters: SearchFilters): Promise<ReachedFile[]> {
  if (ids.length === 0) return []
  const rule = sql.join([sql`id = any(${`{${ids.join(',')}}`}::uuid[])`, ...searchFilters(ctx, filters)], sql` and `)
  const rows = await ctx.db.execute(
    sql`select id, team_id, confidentiality, to_json(changed_at) #>> '{}' as changed_at from ${caseFiles} where ${rule}`,
  )
  return Reached.parse([...rows])
}
