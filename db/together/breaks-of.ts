import { type SQL, and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '../ctx'
import { caseFiles, glassBreaks } from '../schema'

const breaksMax = 20

const Who = z.array(z.object({ break_id: z.uuid(), id: z.uuid(), name: z.instanceof(Uint8Array) }))

/** Who opened these files in an emergency, by the id of the opening: for those who review it. */
async function namesOfBreaks(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const list = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  const rows = Who.parse([...(await ctx.db.execute(sql`select * from who_broke(array[${list}])`))])
  return new Map(rows.map((row) => [row.break_id, ctx.vault.nameForHouse('account.name', row.id, row.name)]))
}

async function readBreaks(ctx: Ctx, where: SQL | undefined, order: SQL) {
  const { id, reason, at, until, reviewDue, isJustified, finding, reviewedAt, version } = glassBreaks
  const rows = await ctx.db
    .select({ id, reason, at, until, reviewDue, isJustified, finding, reviewedAt, version, ref: caseFiles.ref })
    .from(glassBreaks)
    .innerJoin(caseFiles, eq(caseFiles.id, glassBreaks.caseId))
    .where(and(where, ne(glassBreaks.userId, ctx.actor.id)))
    .orderBy(order)
    .limit(breaksMax)
  const names = await namesOfBreaks(
    ctx,
    rows.map((row) => row.id),
  )
  const open = (field: 'glass_break.reason' | 'glass_break.finding', of: string, sealed: Uint8Array) =>
    ctx.vault.openForHouse(field, of, sealed).toString('utf8')
  return rows.map((row) => ({
    ...row,
    who: names.get(row.id) ?? null,
    reason: open('glass_break.reason', row.id, row.reason),
    finding: row.finding && open('glass_break.finding', row.id, row.finding),
  }))
}

/** How one file was opened in emergencies, newest first: for those who review it. */
export const breaksOf = (ctx: Ctx, caseId: string) =>
  readBreaks(ctx, eq(glassBreaks.caseId, caseId), desc(glassBreaks.at))

/** What a coordinator still has to review, the longest due first. */
export const breaksToReview = (ctx: Ctx) => readBreaks(ctx, isNull(glassBreaks.reviewedAt), asc(glassBreaks.reviewDue))

export type GlassBreak = Awaited<ReturnType<typeof breaksOf>>[number]
