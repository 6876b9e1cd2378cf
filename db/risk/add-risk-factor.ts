import { and, eq, isNull } from 'drizzle-orm'
import type { AddRiskFactor, EndRiskFactor } from '@/lib/risk/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { projectCase } from '../cases/project-case'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { riskFactors } from '../schema'

/** A fact that raises the danger, until somebody says that it holds no longer. */
export const addRiskFactor = verb('risk-factor.add', async (ctx: Ctx, input: AddRiskFactor) => {
  const file = await findFile(ctx, input.ref, 'case:edit')
  const id = newId()
  const { factor, note } = input
  const added = await ctx.db
    .insert(riskFactors)
    .values({
      id,
      caseId: file.id,
      factor,
      note: ctx.vault.sealOptional('risk_factor.note', { caseId: file.id, rowId: id }, note),
      recordedBy: ctx.actor.id,
      recordedAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: riskFactors.id })
  if (added.length === 0) throw new Refusal('invalid', { factor: 'already-recorded' })
  await projectCase(ctx, file.id)
  await record(ctx, 'risk-factor.add', { caseId: file.id, teamId: file.teamId, objectIds: [id], details: { factor } })
  return { id: file.id, ref: file.ref }
})

/** It ends and stays in the file. */
export const endRiskFactor = verb('risk-factor.end', async (ctx: Ctx, input: EndRiskFactor) => {
  const file = await findFile(ctx, input.ref, 'case:edit')
  const ofFile = and(eq(riskFactors.id, input.factorId), eq(riskFactors.caseId, file.id))
  const [standing] = await ctx.db.select().from(riskFactors).where(ofFile)
  if (!standing) throw new Refusal('not-found')
  const ended = await ctx.db
    .update(riskFactors)
    .set({ endedBy: ctx.actor.id, endedAt: ctx.now, version: input.version + 1 })
    .where(and(ofFile, isNull(riskFactors.endedAt), eq(riskFactors.version, input.version)))
    .returning({ id: riskFactors.id })
  if (ended.length === 0) throw new Refusal('conflict')
  await projectCase(ctx, file.id)
  const details = { factor: standing.factor }
  await record(ctx, 'risk-factor.end', { caseId: file.id, teamId: file.teamId, objectIds: [standing.id], details })
  return { id: file.id, ref: file.ref }
})
