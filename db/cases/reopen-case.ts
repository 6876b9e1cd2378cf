import type { ReopenCase } from '@/lib/decisions/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { findFile } from './find-file'
import { followPlan } from '../tasks/follow-plan'
import { projectCase } from './project-case'
import { takeStep } from './take-step'

/** Our work begins again, and with it the clocks; what the years have made of the risk counts at once. */
export const reopenCase = verb('case.reopen', async (ctx: Ctx, input: ReopenCase) => {
  const file = await findFile(ctx, input.ref, 'case:close')
  const { version, reason, note } = input
  if (file.version !== version) throw new Refusal('conflict', undefined, { version: String(file.version) })
  if (file.workflow !== 'closed') throw new Refusal('invalid', { reason: 'not-from-here' })
  const id = await takeStep(ctx, file, { to: 'active', reason, note, recordedBy: ctx.actor.id })
  const projected = await projectCase(ctx, file.id)
  const { id: caseId, teamId, ownerId } = file
  if (projected) await followPlan(ctx, { caseId, teamId, ownerId }, projected.entries)
  const details = { reason, version }
  await record(ctx, 'case.reopen', { caseId: file.id, teamId: file.teamId, objectIds: [id], details })
  return { id: file.id, ref: file.ref }
})
