import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Ctx } from '../ctx'
import { accessGrants } from '../schema'

const grantsMax = 50

/** The grants on one file that are live now. */
export async function readGrants(ctx: Ctx, caseId: string) {
  const rows = await ctx.db
    .select()
    .from(accessGrants)
    .where(and(eq(accessGrants.caseId, caseId), isNull(accessGrants.revokedAt), gt(accessGrants.until, ctx.now)))
    .orderBy(desc(accessGrants.givenAt))
    .limit(grantsMax)
  return rows.map(({ id, userId, level, reason, until, version }) => ({
    id,
    userId,
    level,
    until,
    version,
    reason: ctx.vault.open('access_grant.reason', { caseId, rowId: id }, reason),
  }))
}
