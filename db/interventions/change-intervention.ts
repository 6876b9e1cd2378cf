import { and, eq } from 'drizzle-orm'
import { type ChangeIntervention, appealTexts } from '@/lib/interventions/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { interventions } from '../schema'
import { appealOf, appealRow } from './appeal-row'
import { findIntervention } from './find-intervention'

/** The words of a draft. Once approved they stay: what needs other words is withdrawn and drafted anew. */
export const changeIntervention = verb('intervention.change', async (ctx: Ctx, input: ChangeIntervention) => {
  const { ref, interventionId: id, version, ...appeal } = input
  const file = await findFile(ctx, ref, 'case:edit')
  const found = await findIntervention(ctx, file.id, id)
  if (found.state !== 'draft') throw new Refusal('conflict')
  const saved = await ctx.db
    .update(interventions)
    .set({
      ...appealRow(ctx, { caseId: file.id, rowId: id }, appeal),
      overrideId: null,
      changedBy: ctx.actor.id,
      version: version + 1,
    })
    .where(and(eq(interventions.id, id), eq(interventions.version, version), eq(interventions.state, 'draft')))
    .returning({ id: interventions.id })
  if (saved.length === 0) {
    const theirs = { ...appealTexts(appealOf(ctx, found)), version: String(found.version) }
    throw new Refusal('conflict', undefined, theirs)
  }
  const { type, mechanism, disclosed } = appeal
  const details = { type, mechanism, disclosed, version }
  await record(ctx, 'intervention.change', { caseId: file.id, teamId: file.teamId, objectIds: [id], details })
  return { id: file.id, ref: file.ref, interventionId: id }
})
