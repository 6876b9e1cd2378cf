import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { openTo } from '@/lib/access/grants'
import { mayEver } from '@/lib/access/can'
import { type ListCases, listKey } from '@/lib/cases/list-cases'
import { type CaseSort, placeText } from '@/lib/cases/list-place'
import { daysSince } from '@/lib/lists/days-since'
import { Refusal } from '@/lib/refusal'
import { namesOf, staffNames } from '../accounts/list-staff'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { jsonBytes } from '../json-bytes'
import { CountedRows, type FacetCounts, countsOf, facetCounts } from '../lists/facet-counts'
import { type SavedView, ViewRows, savedViewsOf, viewRows } from '../lists/view-rows'
import { caseFiles } from '../schema'
import { listFilters } from './list-filters'
import { myFiles, withMyFiles } from './is-mine'
import { type Scan, orders, placeOf, scans } from './scans'
import { subjectNames } from './subject-names'

export const pageRows = 50
const workersMax = 500

export type ListedCase = {
  id: string
  ref: string
  name: string | null
  situation: string
  risk: string
  grade: string
  province: string | null
  confidentiality: string
  silentDays: number
  reviewDue: Date | null
  worker: string
  workflow: string
  isFlagged: boolean
  changedAt: Date
}

export type CaseList = {
  rows: ListedCase[]
  next: string | null
  namesUntil: Date | null
  workers: { id: string; name: string }[]
  /** Of all open files within reach, whatever the list is narrowed by. */
  counts: FacetCounts
  views: SavedView[]
}

const columns = sql.raw(
  'id, ref, team_id, owner_id, confidentiality, situation, risk, reliability, credibility, province, workflow, is_flagged, silent_since, review_due, changed_at',
)

/** As PostgreSQL writes a row into JSON; instants keep their microseconds, which the next page starts from. */
const Row = z.object({
  id: z.string(),
  ref: z.string(),
  team_id: z.string(),
  owner_id: z.string(),
  confidentiality: z.string(),
  situation: z.string(),
  risk: z.string(),
  reliability: z.string(),
  credibility: z.string(),
  province: z.string().nullable(),
  workflow: z.string(),
  is_flagged: z.boolean(),
  silent_since: z.string(),
  review_due: z.string().nullable(),
  changed_at: z.string(),
})
type Row = z.output<typeof Row>

const Found = z.object({
  rows: z.array(Row),
  workers: z.array(z.object({ id: z.string(), name: jsonBytes })),
  counts: CountedRows,
  views: ViewRows,
})

const pageLimit = sql.raw(String(pageRows + 1))

/** Where files within a reach are read from, and what tells them from others there. */
type Reach = { from: SQL; where: SQL[] }

/** One ordered scan, of an index where it is not of one's own files; row security stands behind every branch. */
const branch = ({ from, where }: Reach, narrowed: readonly SQL[], order: SQL): SQL => {
  const rule = sql.join([...where, ...narrowed], sql` and `)
  return sql`(select ${columns} from ${from} where ${rule} order by ${order} limit ${pageLimit})`
}

/** My own files, and those of my team that are open to my role, one reach for each word of confidentiality; the statement begins with `withMyFiles`. */
export function reaches({ actor: { role, teamId } }: Ctx, { mine }: Pick<ListCases, 'mine'>): Reach[] {
  const open = mine || !teamId ? [] : openTo[role]
  return [
    { from: myFiles, where: [] },
    ...open.map((word) => ({
      from: sql`${caseFiles}`,
      where: [sql`${caseFiles.teamId} = ${teamId}::uuid`, sql`${caseFiles.confidentiality} = ${word}`],
    })),
  ]
}

function branches(ctx: Ctx, query: ListCases, sort: CaseSort): SQL[] {
  const { after } = query
  const filters = listFilters(ctx, query)
  const narrowed = ({ where, after: place }: Scan): SQL[] | null => {
    const begins = after ? place(after) : undefined
    return begins === null ? null : [...filters, ...(where ? [where] : []), ...(begins ? [begins] : [])]
  }
  return scans[sort].flatMap((scan) => {
    const parts = narrowed(scan)
    return parts === null ? [] : reaches(ctx, query).map((reach) => branch(reach, parts, scan.order))
  })
}

/** A page of files, beside them the colleagues who can hold one, the counts and the saved views. One statement: what a list costs is its statements more than its rows. */
async function find(ctx: Ctx, query: ListCases, sort: CaseSort): Promise<z.output<typeof Found>> {
  const { teamId } = ctx.actor
  const [found] = await ctx.db.execute(sql`
    ${withMyFiles}
    select (select coalesce(json_agg(f), '[]') from (${sql.join(branches(ctx, query, sort), sql` union all `)}) f) as rows,
           (select coalesce(json_agg(w), '[]') from (
             select id, name from account where team_id = ${teamId}::uuid and state = 'active'
                and role in ('caseworker', 'coordinator') limit ${workersMax}) w) as workers,
           (select coalesce(json_agg(c), '[]') from (${facetCounts(ctx)}) c) as counts,
           (select coalesce(json_agg(v), '[]') from (${viewRows}) v) as views`)
  const { rows, ...beside } = Found.parse(found)
  const distinct = [...new Map(rows.map((row) => [row.id, row])).values()]
  return { rows: distinct.sort(orders[sort]), ...beside }
}

function present(
  row: Row,
  { subject, worker, now }: { subject: string | undefined; worker: string; now: Date },
): ListedCase {
  const { id, ref, situation, risk, province, confidentiality, workflow } = row
  return {
    id,
    ref,
    name: subject ?? null,
    situation,
    risk,
    grade: `${row.reliability}${row.credibility}`,
    province,
    confidentiality,
    silentDays: daysSince(row.silent_since, now),
    reviewDue: row.review_due === null ? null : new Date(row.review_due),
    worker,
    workflow,
    isFlagged: row.is_flagged,
    changedAt: new Date(row.changed_at),
  }
}

/** Colleagues who can hold files of the team, and whoever else holds one of these. */
async function workersOf(
  ctx: Ctx,
  { rows, workers }: Pick<z.output<typeof Found>, 'rows' | 'workers'>,
): Promise<Map<string, string>> {
  const known = namesOf(ctx, workers)
  const owners = rows.map((row) => row.owner_id)
  return new Map([
    ...known,
    ...(await staffNames(
      ctx,
      owners.filter((id) => !known.has(id)),
    )),
  ])
}

/** Names are opened only while this very list was asked to show them, and every page of them is an entry. */
export const listCases = verb('case.list', async (ctx: Ctx, query: ListCases): Promise<CaseList> => {
  if (!mayEver(ctx.actor.role, 'case:read')) throw new Refusal('forbidden')
  const sort = query.sort ?? 'changed'
  const found = await find(ctx, query, sort)
  const rows = found.rows.slice(0, pageRows)
  const last = rows.at(-1)
  const { namesShown } = ctx.actor
  const named = namesShown !== null && namesShown.list === listKey(query) && namesShown.until > ctx.now
  const files = rows.map(({ id, team_id: teamId, confidentiality }) => ({ id, teamId, confidentiality }))
  const subjects = named ? await subjectNames(ctx, files) : new Map<string, string>()
  if (named && rows.length > 0) await record(ctx, 'case.list', { objectIds: rows.map((row) => row.id) })
  const workers = await workersOf(ctx, { rows, workers: found.workers })
  return {
    rows: rows.map((row) =>
      present(row, { subject: subjects.get(row.id), worker: workers.get(row.owner_id) ?? '', now: ctx.now }),
    ),
    next: found.rows.length > pageRows && last ? placeText(sort, placeOf(sort, last)) : null,
    namesUntil: named ? namesShown.until : null,
    workers: [...workers].map(([id, name]) => ({ id, name })),
    counts: countsOf(found.counts),
    views: savedViewsOf(ctx, found.views),
  }
})
