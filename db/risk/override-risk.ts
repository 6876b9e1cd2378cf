import { and, eq, isNull, sql } from 'drizzle-orm'
import type { EndRiskOverride, OverrideRisk } from '@/lib/risk/forms'
import { plainRisk, riskPlan } from '@/lib/risk/risk-plan'
import type { Risk } from '@/lib/risk/risks'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { projectCase } from '../cases/project-case'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { riskOverrides } from '../schema'
import { entryShapes } from '../situations/entry-shapes'
import { riskFactsOf } from '../situations/projection'
import { riskGround } from './risk-ground'

const day = 86_400_000

/** What the facts say and what stands now: whichever of them is critical, only a coordinator puts less in its place. */
async function assertMayLower(ctx: Ctx, caseId: string, to: Risk | 'plain'): Promise<void> {
  if (ctx.actor.role === 'coordinator' || to === 'R4') return
  const [entries, ground] = await Promise.all([entryShapes(ctx, caseId), riskGround(ctx, caseId)])
  const facts = riskFactsOf(entries, ground)
  const plain = plainRisk(facts, ctx.now)
  const stands = riskPlan(facts, ctx.now).risk
  const isLowered = to === 'plain' ? stands === 'R4' && plain !== 'R4' : stands === 'R4' || plain === 'R4'
  if (isLowered) throw new Refusal('invalid', { risk: 'coordinator-lowers' })
}

const live = (caseId: string) => and(eq(riskOverrides.caseId, caseId), isNull(riskOverrides.endedAt))

/** A person sets the level with a reason and an end; an override before it ends with it. */
export const overrideRisk = verb('risk.override', async (ctx: Ctx, input: OverrideRisk) => {
  const file = await findFile(ctx, input.ref, 'risk:override')
  const { risk, days, reason } = input
  await assertMayLower(ctx, file.id, risk)
  await ctx.db
    .update(riskOverrides)
    .set({ endedBy: ctx.actor.id, endedAt: ctx.now, version: sql`${riskOverrides.version} + 1` })
    .where(live(file.id))
  const id = newId()
  await ctx.db.insert(riskOverrides).values({
    id,
    caseId: file.id,
    risk,
    reason: ctx.vault.seal('risk_override.reason', { caseId: file.id, rowId: id }, reason),
    until: new Date(ctx.now.getTime() + days * day),
    recordedBy: ctx.actor.id,
    recordedAt: ctx.now,
  })
  await projectCase(ctx, file.id)
  const details = { from: file.risk, to: risk, days }
  await record(ctx, 'risk.override', { caseId: file.id, teamId: file.teamId, objectIds: [id], details })
  return { id: file.id, ref: file.ref }
})

/** The level is again what the facts say. */
export const endRiskOverride = verb('risk.override-end', async (ctx: Ctx, input: EndRiskOverride) => {
  const file = await findFile(ctx, input.ref, 'risk:override')
  const ofFile = and(eq(riskOverrides.id, input.overrideId), eq(riskOverrides.caseId, file.id))
  const [standing] = await ctx.db.select().from(riskOverrides).where(ofFile)
  if (!standing) throw new Refusal('not-found')
  await assertMayLower(ctx, file.id, 'plain')
  const ended = await ctx.db
    .update(riskOverrides)
    .set({ endedBy: ctx.actor.id, endedAt: ctx.now, version: input.version + 1 })
    .where(and(ofFile, isNull(riskOverrides.endedAt), eq(riskOverrides.version, input.version)))
    .returning({ id: riskOverrides.id })
  if (ended.length === 0) throw new Refusal('conflict')
  await projectCase(ctx, file.id)
  const objectIds = [standing.id]
  await record(ctx, 'risk.override-end', { caseId: file.id, teamId: file.teamId, objectIds })
  return { id: file.id, ref: file.ref }
})
