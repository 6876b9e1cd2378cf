import { and, eq } from 'drizzle-orm'
import type { ClosingReason, ReopeningReason } from '@/lib/cases/closing'
import { type Workflow, workflowMoves, workflows } from '@/lib/cases/workflow'
import { nextReviewAt, situations } from '@/lib/situations/situations'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { newId } from '../new-id'
import { caseFiles, workflowSteps } from '../schema'
import { closeRuleTasks, openRuleTask } from '../tasks/rule-task'
import type { FoundFile } from './find-file'

export type Step = {
  to: Workflow
  reason?: ClosingReason | ReopeningReason
  note?: string | undefined
  recordedBy: string
  approvedBy?: string
}

/** @throws Refusal `invalid` where our work on the file cannot go there from where it stands */
export function assertStep(file: FoundFile, to: Workflow, field: string): void {
  const from = workflows.find((word) => word === file.workflow)
  if (!from || !workflowMoves(from).includes(to)) throw new Refusal('invalid', { [field]: 'not-from-here' })
}

/** The open review of a file waits for the same day as its clock. */
async function followReview(ctx: Ctx, { id: caseId, teamId, ownerId }: FoundFile, dueAt: Date | null): Promise<void> {
  if (!dueAt) return
  await closeRuleTasks(ctx, { caseId, kind: 'review' })
  await openRuleTask(ctx, { caseId, teamId, ownerId, kind: 'review', aboutId: caseId, dueAt })
}

/** Our work on a file goes one step on: the step is kept, a closed file has no clock, an opened one begins a new one. */
export async function takeStep(ctx: Ctx, file: FoundFile, step: Step): Promise<string> {
  const { to, reason, note, recordedBy, approvedBy } = step
  assertStep(file, to, 'reason')
  const id = newId()
  const situation = situations.find((code) => code === file.situation) ?? 'UNVERIFIED'
  const reviewDue = to === 'closed' ? null : nextReviewAt(situation, ctx.now)
  const saved = await ctx.db
    .update(caseFiles)
    .set({ workflow: to, reviewDue, changedAt: ctx.now, version: file.version + 1 })
    .where(and(eq(caseFiles.id, file.id), eq(caseFiles.version, file.version)))
    .returning({ id: caseFiles.id })
  if (saved.length === 0) throw new Refusal('conflict')
  await followReview(ctx, file, reviewDue)
  await ctx.db.insert(workflowSteps).values({
    id,
    caseId: file.id,
    fromWorkflow: file.workflow,
    toWorkflow: to,
    reason: reason ?? null,
    note: ctx.vault.sealOptional('workflow_step.note', { caseId: file.id, rowId: id }, note),
    recordedBy,
    recordedAt: ctx.now,
    approvedBy: approvedBy ?? null,
  })
  return id
}
