import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { openTo } from '@/lib/access/grants'
import { type Facet, facets } from '@/lib/lists/facets'
import { dateBefore } from '@/lib/lists/days-since'
import { myFiles } from '../cases/is-mine'
import type { Ctx } from '../ctx'
import { caseFiles } from '../schema'
import { isOpen } from '../schema/case-file'

/** Rows of `facetCounts` as JSON has them. */
export const CountedRows = z.array(z.object({ facet: z.enum(facets), value: z.string(), n: z.number() }))
type CountedRows = z.output<typeof CountedRows>

/** How many open files within reach have each value of a facet. */
export type FacetCounts = Record<Facet, Map<string, number>>

const facetsOfFile = sql`lateral (values
  ('situation', ${caseFiles.situation}), ('risk', ${caseFiles.risk}), ('owner', ${caseFiles.ownerId}::text),
  ('silence', ${caseFiles.silentSince}::text),
  ('review', to_char(${caseFiles.reviewDue} at time zone 'UTC', 'YYYY-MM-DD'))) as f (facet, value)`

/** Days are kept as days and asked for as limits. */
function asAsked({ now }: Ctx): SQL {
  const [today, month, quarter] = [dateBefore(now, 0), dateBefore(now, 30), dateBefore(now, 90)]
  return sql`case facet
    when 'silence' then case when value < ${quarter} then '90' when value < ${month} then '30' end
    when 'review' then case when value < ${today} then 'late' when value = ${today} then 'due' end
    else value end`
}

/**
 * A statement of the counts of open files within reach: those kept for the confidentialities that team reach opens, and
 * the asker's own files beside them (`named` ones, files of other teams), which are few and counted as they stand. It is
 * part of one that begins with `withMyFiles`.
 */
export function facetCounts(ctx: Ctx): SQL {
  const { role, teamId } = ctx.actor
  const open = sql.join(
    openTo[role].map((word) => sql`${word}`),
    sql`, `,
  )
  const ofTeam = sql`${caseFiles.teamId} = ${teamId}::uuid and ${caseFiles.confidentiality} in (${open})`
  return sql`
    select facet, asked as value, sum(n)::int as n from (
      select facet, ${asAsked(ctx)} as asked, n from (
        select facet, value, n from case_count where team_id = ${teamId}::uuid
        union all
        select f.facet, f.value, 1 from ${myFiles}, ${facetsOfFile}
         where ${isOpen(caseFiles)}
           and not coalesce(${ofTeam}, false) and f.value is not null) as each) as counted
     where asked is not null group by facet, asked having sum(n) <> 0`
}

/** The counts as they are read: over 30 days holds those over 90, and due holds what is late, as their lists do. */
export function countsOf(rows: CountedRows): FacetCounts {
  const of = (facet: Facet) => new Map(rows.filter((row) => row.facet === facet).map(({ value, n }) => [value, n]))
  const within = (counts: Map<string, number>, [inner, outer]: [string, string]) =>
    counts.set(outer, (counts.get(outer) ?? 0) + (counts.get(inner) ?? 0))
  return {
    situation: of('situation'),
    risk: of('risk'),
    owner: of('owner'),
    silence: within(of('silence'), ['90', '30']),
    review: within(of('review'), ['late', 'due']),
  }
}

/** Every open file has one risk. */
export const totalOf = ({ risk }: FacetCounts): number => [...risk.values()].reduce((sum, n) => sum + n, 0)
