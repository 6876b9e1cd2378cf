import { and, eq, gt, isNull } from 'drizzle-orm'
import { riskFactors as knownFactors } from '@/lib/risk/risk-factors'
import type { RiskGround } from '@/lib/risk/risk-plan'
import { risks } from '@/lib/risk/risks'
import type { Ctx } from '../ctx'
import { contactChannels, riskFactors, riskOverrides } from '../schema'

/** What decides the risk of a file beside its situation. */
export async function riskGround(ctx: Ctx, caseId: string): Promise<RiskGround> {
  const [factors, overrides, compromised] = await Promise.all([
    ctx.db
      .select({ factor: riskFactors.factor })
      .from(riskFactors)
      .where(and(eq(riskFactors.caseId, caseId), isNull(riskFactors.endedAt))),
    ctx.db
      .select({ risk: riskOverrides.risk, until: riskOverrides.until })
      .from(riskOverrides)
      .where(and(eq(riskOverrides.caseId, caseId), isNull(riskOverrides.endedAt), gt(riskOverrides.until, ctx.now))),
    ctx.db
      .select({ id: contactChannels.id })
      .from(contactChannels)
      .where(and(eq(contactChannels.caseId, caseId), eq(contactChannels.state, 'compromised')))
      .limit(1),
  ])
  const [standing] = overrides
  const risk = risks.find((level) => level === standing?.risk)
  return {
    factors: knownFactors.filter((factor) => factors.some((row) => row.factor === factor)),
    isChannelCompromised: compromised.length > 0,
    override: standing && risk ? { risk, until: standing.until } : null,
  }
}
