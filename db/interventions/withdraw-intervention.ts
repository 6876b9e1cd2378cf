import type { WithdrawIntervention } from '@/lib/interventions/forms'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { endWaiting } from '../tasks/await-reply'
import { findIntervention } from './find-intervention'
import { stepOn } from './write-step'

/** It is taken back, for a reason; what was sent before stays on record. */
export const withdrawIntervention = verb('intervention.withdraw', async (ctx: Ctx, input: WithdrawIntervention) => {
  const file = await findFile(ctx, input.ref, 'case:edit')
  const { interventionId, version, reason } = input
  const found = await findIntervention(ctx, file.id, interventionId)
  await stepOn(ctx, found, { state: 'withdrawn', version, note: reason, set: { replyDueAt: null } })
  await endWaiting(ctx, { caseId: file.id, id: interventionId })
  const details = { from: found.state, version }
  const objectIds = [interventionId]
  await record(ctx, 'intervention.withdraw', { caseId: file.id, teamId: file.teamId, objectIds, details })
  return { id: file.id, ref: file.ref, interventionId }
})
