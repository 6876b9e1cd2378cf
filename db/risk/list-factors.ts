import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Ctx } from '../ctx'
import { riskFactors, riskOverrides } from '../schema'

const factorsMax = 50

/** The factors that hold and the override that stands, with whoever said so and why. */
export async function listFactors(ctx: Ctx, caseId: string) {
  const [factors, overrides] = await Promise.all([
    ctx.db
      .select()
      .from(riskFactors)
      .where(and(eq(riskFactors.caseId, caseId), isNull(riskFactors.endedAt)))
      .orderBy(desc(riskFactors.recordedAt))
      .limit(factorsMax),
    ctx.db
      .select()
      .from(riskOverrides)
      .where(and(eq(riskOverrides.caseId, caseId), isNull(riskOverrides.endedAt), gt(riskOverrides.until, ctx.now))),
  ])
  const [standing] = overrides
  return {
    factors: factors.map(({ id, factor, note, recordedBy, recordedAt, version }) => ({
      id,
      factor,
      note: ctx.vault.openOptional('risk_factor.note', { caseId, rowId: id }, note),
      recordedBy,
      recordedAt,
      version,
    })),
    override: standing
      ? { ...standing, reason: ctx.vault.open('risk_override.reason', { caseId, rowId: standing.id }, standing.reason) }
      : null,
  }
}
