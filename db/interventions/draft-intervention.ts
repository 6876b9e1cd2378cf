import type { DraftIntervention } from '@/lib/interventions/forms'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { interventions } from '../schema'
import { appealRow } from './appeal-row'
import { writeStep } from './write-step'

/** What is to be submitted, with the harm it may do weighed before anybody else reads it. Nothing leaves the house by it. */
export const draftIntervention = verb('intervention.draft', async (ctx: Ctx, { ref, ...appeal }: DraftIntervention) => {
  const file = await findFile(ctx, ref, 'case:edit')
  const [id, caseId] = [newId(), file.id]
  await ctx.db.insert(interventions).values({
    id,
    caseId,
    ...appealRow(ctx, { caseId, rowId: id }, appeal),
    changedBy: ctx.actor.id,
    recordedBy: ctx.actor.id,
    recordedAt: ctx.now,
  })
  await writeStep(ctx, { id, caseId }, { state: 'draft' })
  const { type, mechanism, disclosed } = appeal
  const details = { type, mechanism, disclosed }
  await record(ctx, 'intervention.draft', { caseId, teamId: file.teamId, objectIds: [id], details })
  return { id: caseId, ref: file.ref, interventionId: id }
})
