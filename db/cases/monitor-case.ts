import type { MonitorCase } from '@/lib/decisions/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { findFile } from './find-file'
import { takeStep } from './take-step'

/** From working on a file to only watching it, and back. */
export const monitorCase = verb('case.monitor', async (ctx: Ctx, input: MonitorCase) => {
  const file = await findFile(ctx, input.ref, 'case:close')
  const { version, to } = input
  if (file.version !== version) throw new Refusal('conflict', undefined, { version: String(file.version) })
  if (file.workflow === 'closed') throw new Refusal('invalid', { to: 'not-from-here' })
  const id = await takeStep(ctx, file, { to, recordedBy: ctx.actor.id })
  const details = { from: file.workflow, to, version }
  await record(ctx, 'case.monitor', { caseId: file.id, teamId: file.teamId, objectIds: [id], details })
  return { id: file.id, ref: file.ref }
})
