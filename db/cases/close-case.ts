import type { CloseCase } from '@/lib/decisions/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { propose } from '../proposals/propose'
import { liveTasks } from '../tasks/live-tasks'
import { findFile } from './find-file'
import { assertStep } from './take-step'

/** Proposes that our work on a file ends; a second person closes it. Live tasks are dropped only where that was asked for. */
export const closeCase = verb('case.close', async (ctx: Ctx, input: CloseCase) => {
  const file = await findFile(ctx, input.ref, 'case:close')
  const { version, reason, note, dropTasks } = input
  if (file.version !== version) throw new Refusal('conflict', undefined, { version: String(file.version) })
  assertStep(file, 'closed', 'reason')
  if (!dropTasks && (await liveTasks(ctx, file.id)) > 0) throw new Refusal('invalid', { dropTasks: 'open-tasks' })
  const payload = JSON.stringify({ reason, note, dropTasks })
  const id = await propose(ctx, file, { kind: 'closing', payload, field: 'reason' })
  const details = { reason, dropTasks, version }
  await record(ctx, 'case.close', { caseId: file.id, teamId: file.teamId, objectIds: [id], details })
  return { id: file.id, ref: file.ref }
})
