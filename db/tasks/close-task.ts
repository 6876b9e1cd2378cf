import { and, eq } from 'drizzle-orm'
import { nextReviewAt, situations } from '@/lib/situations/situations'
import type { CloseTask } from '@/lib/tasks/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type FoundFile, findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { caseFiles, tasks } from '../schema'
import { findTask } from './find-task'
import { openRuleTask } from './rule-task'

/** Who has reviewed a file has looked at it: its clock starts anew from now. */
async function reviewAgain(ctx: Ctx, file: FoundFile): Promise<void> {
  const situation = situations.find((code) => code === file.situation) ?? 'UNVERIFIED'
  const reviewDue = nextReviewAt(situation, ctx.now)
  await ctx.db.update(caseFiles).set({ reviewDue, changedAt: ctx.now }).where(eq(caseFiles.id, file.id))
  if (!reviewDue) return
  const { id: caseId, teamId, ownerId } = file
  await openRuleTask(ctx, { caseId, teamId, ownerId, kind: 'review', aboutId: caseId, dueAt: reviewDue })
}

/** Done, or dropped for a reason; a task that somebody has closed meanwhile is a conflict. */
export const closeTask = verb('task.close', async (ctx: Ctx, input: CloseTask) => {
  const file = await findFile(ctx, input.ref, 'task:keep')
  const { taskId, version, outcome, note } = input
  const task = await findTask(ctx, { caseId: file.id, taskId })
  const saved = await ctx.db
    .update(tasks)
    .set({
      state: outcome,
      note: ctx.vault.sealOptional('task.note', { caseId: file.id, rowId: taskId }, note),
      closedBy: ctx.actor.id,
      closedAt: ctx.now,
      version: version + 1,
    })
    .where(and(eq(tasks.id, taskId), eq(tasks.version, version), eq(tasks.state, 'open')))
    .returning({ id: tasks.id })
  if (saved.length === 0) {
    throw new Refusal('conflict', undefined, { outcome: task.state, version: String(task.version) })
  }
  if (task.kind === 'review' && outcome === 'done') await reviewAgain(ctx, file)
  const details = { kind: task.kind, outcome, version }
  await record(ctx, 'task.close', { caseId: file.id, teamId: file.teamId, objectIds: [taskId], details })
  return { id: file.id, ref: file.ref }
})
