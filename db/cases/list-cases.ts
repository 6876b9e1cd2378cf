import { type SQL, eq, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { openTo } from '@/lib/access/grants'
import { mayEver } from '@/lib/access/can'
import { type ListCases, listKey } from '@/lib/cases/list-cases'
import { Refusal } from '@/lib/refusal'
import { namesOf, staffNames } from '../accounts/list-staff'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { newestFirst } from '../newest-first'
import { jsonBytes, jsonInstant } from '../json-bytes'
import { caseFiles } from '../schema'
import { subjectNames } from './subject-names'

export const pageRows = 50
const workersMax = 500

const day = 86_400_000

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
}

export type CaseList = {
  rows: ListedCase[]
  next: string | null
  namesUntil: Date | null
  workers: { id: string; name: string }[]
}

const dateBefore = (now: Date, days: number) => new Date(now.getTime() - days * day).toISOString().slice(0, 10)

function filters(ctx: Ctx, query: ListCases): SQL[] {
  const wanted: (SQL | undefined)[] = [
    query.situation && eq(caseFiles.situation, query.situation),
    query.risk && eq(caseFiles.risk, query.risk),
    query.worker ? eq(caseFiles.ownerId, query.worker) : undefined,
    query.province ? eq(caseFiles.province, query.province) : undefined,
    query.silence ? lt(caseFiles.silentSince, dateBefore(ctx.now, query.silence)) : undefined,
    query.review === 'late' ? lt(caseFiles.reviewDue, ctx.now) : undefined,
    query.after && startsAfter(query.after),
  ]
  return wanted.filter((part) => part !== undefined)
}

/** The page after a row: its instant in microseconds and its id, so that rows of one instant are not lost. */
function startsAfter(after: { at: string; id: string }): SQL {
  const at = sql`${after.at}::timestamptz`
  return sql`${caseFiles.changedAt} <= ${at} and (${caseFiles.changedAt} < ${at} or ${caseFiles.id} > ${after.id}::uuid)`
}

const columns = sql.raw(
  'id, ref, team_id, owner_id, confidentiality, situation, risk, reliability, credibility, province, silent_since, review_due, changed_at',
)

/** As PostgreSQL writes a row into JSON; `changed_at` keeps its microseconds, which the next page starts from. */
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
  silent_since: z.string(),
  review_due: jsonInstant.nullable(),
  changed_at: z.string(),
})
type Row = z.output<typeof Row>

const Found = z.object({ rows: z.array(Row), workers: z.array(z.object({ id: z.string(), name: jsonBytes })) })

/** One ordered, early-stopping scan; row security stands behind every branch. */
const branch = (own: SQL, narrowed: readonly SQL[]): SQL => {
  const where = sql.join([own, ...narrowed], sql` and `)
  const order = sql`${newestFirst(caseFiles.changedAt)}, ${caseFiles.id}`
  return sql`(select ${columns} from ${caseFiles} where ${where} order by ${order} limit ${pageRows + 1})`
}

/**
 * Files of my team that are open to my role, one scan for each word of confidentiality, and my own, newest change first;
 * beside them the colleagues who can hold a file. One statement: what a list costs is its statements more than its rows.
 */
async function find(ctx: Ctx, query: ListCases): Promise<z.output<typeof Found>> {
  const { role, teamId } = ctx.actor
  const narrowed = filters(ctx, query)
  const open = query.mine || !teamId ? [] : openTo[role]
  const branches = [
    branch(sql`${caseFiles.id} = any(array(select my_cases('case:read')))`, narrowed),
    ...open.map((word) =>
      branch(sql`${caseFiles.teamId} = ${teamId}::uuid and ${caseFiles.confidentiality} = ${word}`, narrowed),
    ),
  ]
  const [found] = await ctx.db.execute(sql`
    select (select coalesce(json_agg(f), '[]') from (${sql.join(branches, sql` union all `)}) f) as rows,
           (select coalesce(json_agg(w), '[]') from (
             select id, name from account where team_id = ${teamId}::uuid and state = 'active'
                and role in ('caseworker', 'coordinator') limit ${workersMax}) w) as workers`)
  const { rows, workers } = Found.parse(found)
  const distinct = [...new Map(rows.map((row) => [row.id, row])).values()]
  return { rows: distinct.sort(byNewest), workers }
}

const byNewest = (a: Row, b: Row): number =>
  a.changed_at === b.changed_at ? (a.id < b.id ? -1 : 1) : b.changed_at < a.changed_at ? -1 : 1

function present(
  row: Row,
  { subject, worker, now }: { subject: string | undefined; worker: string; now: Date },
): ListedCase {
  const { id, ref, situation, risk, province, confidentiality } = row
  return {
    id,
    ref,
    name: subject ?? null,
    situation,
    risk,
    grade: `${row.reliability}${row.credibility}`,
    province,
    confidentiality,
    silentDays: Math.max(0, Math.floor((now.getTime() - Date.parse(row.silent_since)) / day)),
    reviewDue: row.review_due,
    worker,
  }
}

/** Colleagues who can hold files of the team, and whoever else holds one of these. */
async function workersOf(ctx: Ctx, { rows, workers }: z.output<typeof Found>): Promise<Map<string, string>> {
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
  const found = await find(ctx, query)
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
    next: found.rows.length > pageRows && last ? `${last.changed_at}~${last.id}` : null,
    namesUntil: named ? namesShown.until : null,
    workers: [...workers].map(([id, name]) => ({ id, name })),
  }
})
