import { type SQL, and, asc, eq, sql } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import { grants } from '@/lib/access/grants'
import { type LogQuery, filterCodes } from '@/lib/log/forms'
import { Refusal } from '@/lib/refusal'
import { listStaff } from '../accounts/list-staff'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { newestFirst } from '../newest-first'
import { auditEntries } from '../schema'
import { logConditions } from './log-conditions'
import { type EntryRow, type LoggedEntry, presentEntries } from './present-entries'

export const logRows = 50

export type LogPage = {
  entries: LoggedEntry[]
  /** The `after` of the next page. */
  next: string | null
  /** Whom one may filter by. */
  actors: { id: string; name: string }[]
}

const shown = {
  id: auditEntries.id,
  at: auditEntries.at,
  actorId: auditEntries.actorId,
  deed: auditEntries.deed,
  outcome: auditEntries.outcome,
  caseId: auditEntries.caseId,
  teamId: auditEntries.teamId,
  details: auditEntries.details,
  objects: sql<number>`cardinality(${auditEntries.objectIds})`,
  cursor: sql<string>`${auditEntries.at}::text`.as('cursor'),
}

type Row = EntryRow & { cursor: string }

const branch = (ctx: Ctx, query: LogQuery, within: SQL | undefined): Promise<Row[]> =>
  ctx.db
    .select(shown)
    .from(auditEntries)
    .where(and(within, logConditions(ctx, query)))
    .orderBy(newestFirst(auditEntries.at), asc(auditEntries.id))
    .limit(logRows + 1)

const byNewest = (a: Row, b: Row): number =>
  b.at.getTime() - a.at.getTime() || (b.cursor < a.cursor ? -1 : b.cursor > a.cursor ? 1 : a.id < b.id ? -1 : 1)

/** One early-stopping scan of its own index for each way an entry comes into reach; row security stands behind each. */
async function page(ctx: Ctx, query: LogQuery): Promise<Row[]> {
  const { id, role, teamId } = ctx.actor
  const reach = grants[role]['audit:read']
  if (reach === 'all') return branch(ctx, query, undefined)
  const own = await branch(ctx, query, eq(auditEntries.actorId, id))
  if (reach !== 'team' || !teamId) return own
  const team = await branch(ctx, query, eq(auditEntries.teamId, teamId))
  return [...new Map([...own, ...team].map((row) => [row.id, row])).values()].sort(byNewest)
}

async function actorsWithin(ctx: Ctx): Promise<LogPage['actors']> {
  if (grants[ctx.actor.role]['audit:read'] === 'own') return []
  return (await listStaff(ctx)).map(({ id, name }) => ({ id, name }))
}

/** A page of the log, newest first: one's own entries, the team's, or every one. Each page is itself an entry. */
export const readLog = verb('audit.read', async (ctx: Ctx, query: LogQuery): Promise<LogPage> => {
  if (!mayEver(ctx.actor.role, 'audit:read')) throw new Refusal('forbidden')
  const found = await page(ctx, query)
  const rows = found.slice(0, logRows)
  const last = rows.at(-1)
  const entries = await presentEntries(ctx, rows)
  await record(ctx, 'audit.read', { details: { filters: filterCodes(query), entries: rows.length } })
  return {
    entries,
    next: found.length > logRows && last ? `${last.cursor}~${last.id}` : null,
    actors: await actorsWithin(ctx),
  }
})
