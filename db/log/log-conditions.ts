import { type SQL, and, eq, sql } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import { grants } from '@/lib/access/grants'
import type { LogFilters, LogQuery } from '@/lib/log/forms'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { auditEntries, caseFiles } from '../schema'

/** Midnight at the beginning of a day, or of the one after it, where the reader is. */
const midnight = (ctx: Ctx, day: string, later: 0 | 1): SQL =>
  sql`((${day}::date + ${later}::integer)::timestamp at time zone ${ctx.actor.timeZone}::text)`

const startsAfter = (after: NonNullable<LogQuery['after']>): SQL => {
  const at = sql`${after.at}::timestamptz`
  return sql`(${auditEntries.at} <= ${at} and (${auditEntries.at} < ${at} or ${auditEntries.id} > ${after.id}::uuid))`
}

/** A ref filter asks for the file within the reader's own reach: the ref of any other file finds nothing. */
const ofFile = (ctx: Ctx, ref: string): SQL => {
  const file = ctx.db.select({ id: caseFiles.id }).from(caseFiles).where(eq(caseFiles.ref, ref))
  return sql`${auditEntries.caseId} = (${file})`
}

/** The filters of the log as conditions on `audit_entry`, for its page and its export alike. */
export function logConditions(ctx: Ctx, query: LogFilters & Partial<Pick<LogQuery, 'after'>>): SQL | undefined {
  const { deed, outcome, actor, from, to, ref, after } = query
  return and(
    deed ? eq(auditEntries.deed, deed) : undefined,
    outcome ? eq(auditEntries.outcome, outcome) : undefined,
    actor ? eq(auditEntries.actorId, actor) : undefined,
    from ? sql`${auditEntries.at} >= ${midnight(ctx, from, 0)}` : undefined,
    to ? sql`${auditEntries.at} < ${midnight(ctx, to, 1)}` : undefined,
    ref ? ofFile(ctx, ref) : undefined,
    after ? startsAfter(after) : undefined,
  )
}

/** @throws Refusal `forbidden` for anyone but those who read the whole log */
export function assertReadsWholeLog(ctx: Ctx): void {
  if (grants[ctx.actor.role]['audit:read'] !== 'all') throw new Refusal('forbidden')
}

/** @throws Refusal `forbidden` for anyone but those who may take the log or its records out of the house */
export function assertExports(ctx: Ctx, deed: 'audit:export' | 'record:read-pseudonymised'): void {
  if (!mayEver(ctx.actor.role, deed)) throw new Refusal('forbidden')
}
