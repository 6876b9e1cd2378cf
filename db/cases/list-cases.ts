import { type SQL, and, eq, lt, sql } from 'drizzle-orm'
import { openTo } from '@/lib/access/grants'
import { mayEver } from '@/lib/access/can'
import { type ListCases, listKey } from '@/lib/cases/list-cases'
import { Refusal } from '@/lib/refusal'
import { type Staff, fileHolders, staffNames } from '../accounts/list-staff'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { newestFirst } from '../newest-first'
import { caseFiles } from '../schema'
import { subjectNames } from './subject-names'

export const pageRows = 50

const day = 86_400_000

const shown = {
  id: caseFiles.id,
  ref: caseFiles.ref,
  teamId: caseFiles.teamId,
  ownerId: caseFiles.ownerId,
  confidentiality: caseFiles.confidentiality,
  situation: caseFiles.situation,
  risk: caseFiles.risk,
  reliability: caseFiles.reliability,
  credibility: caseFiles.credibility,
  province: caseFiles.province,
  silentSince: caseFiles.silentSince,
  reviewDue: caseFiles.reviewDue,
  changedAt: caseFiles.changedAt,
}

type Row = Awaited<ReturnType<typeof branch>>[number]

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

/** One ordered, early-stopping scan; row security stands behind every branch. */
const branch = (ctx: Ctx, query: ListCases, own: SQL | undefined) =>
  ctx.db
    .select({ ...shown, cursor: sql<string>`${caseFiles.changedAt}::text`.as('cursor') })
    .from(caseFiles)
    .where(and(own, ...filters(ctx, query)))
    .orderBy(newestFirst(caseFiles.changedAt), caseFiles.id)
    .limit(pageRows + 1)

/** Files of my team that are open to my role, one scan for each word of confidentiality, and my own; newest change first. */
async function page(ctx: Ctx, query: ListCases): Promise<Row[]> {
  const { role, teamId } = ctx.actor
  const own = branch(ctx, query, sql`${caseFiles.id} = any(array(select my_cases('case:read')))`)
  if (query.mine || !teamId) return own
  const open = openTo[role].map((word) =>
    branch(ctx, query, and(eq(caseFiles.teamId, teamId), eq(caseFiles.confidentiality, word))),
  )
  const rows = (await Promise.all([own, ...open])).flat()
  const distinct = [...new Map(rows.map((row) => [row.id, row])).values()]
  return distinct.sort(
    (a, b) =>
      b.changedAt.getTime() - a.changedAt.getTime() ||
      (b.cursor < a.cursor ? -1 : b.cursor > a.cursor ? 1 : a.id < b.id ? -1 : 1),
  )
}

function present(
  row: Row,
  names: { subjects: ReadonlyMap<string, string>; workers: ReadonlyMap<string, string> },
  now: Date,
): ListedCase {
  return {
    id: row.id,
    ref: row.ref,
    name: names.subjects.get(row.id) ?? null,
    situation: row.situation,
    risk: row.risk,
    grade: `${row.reliability}${row.credibility}`,
    province: row.province,
    confidentiality: row.confidentiality,
    silentDays: Math.max(0, Math.floor((now.getTime() - Date.parse(row.silentSince)) / day)),
    reviewDue: row.reviewDue,
    worker: names.workers.get(row.ownerId) ?? '',
  }
}

/** Colleagues who hold files of the team, and whoever else holds one of these. */
async function workersOf(ctx: Ctx, rows: readonly Row[], holders: readonly Staff[]): Promise<Map<string, string>> {
  const known = new Map(holders.map(({ id, name }) => [id, name]))
  const others = await staffNames(
    ctx,
    rows.map((row) => row.ownerId).filter((id) => !known.has(id)),
  )
  return new Map([...known, ...others])
}

/** Names are opened only while this very list was asked to show them, and every page of them is an entry. */
export const listCases = verb('case.list', async (ctx: Ctx, query: ListCases): Promise<CaseList> => {
  if (!mayEver(ctx.actor.role, 'case:read')) throw new Refusal('forbidden')
  const { teamId } = ctx.actor
  const [found, holders] = await Promise.all([page(ctx, query), teamId ? fileHolders(ctx, teamId) : []])
  const rows = found.slice(0, pageRows)
  const last = rows.at(-1)
  const { namesShown } = ctx.actor
  const named = namesShown !== null && namesShown.list === listKey(query) && namesShown.until > ctx.now
  const subjects = named ? await subjectNames(ctx, rows) : new Map<string, string>()
  if (named && rows.length > 0) await record(ctx, 'case.list', { objectIds: rows.map((row) => row.id) })
  const workers = await workersOf(ctx, rows, holders)
  return {
    rows: rows.map((row) => present(row, { subjects, workers }, ctx.now)),
    next: found.length > pageRows && last ? `${last.cursor}~${last.id}` : null,
    namesUntil: named ? namesShown.until : null,
    workers: [...workers].map(([id, name]) => ({ id, name })),
  }
})
