import { and, eq } from 'drizzle-orm'
import type { FinishInterview } from '@/lib/intake/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { caseFiles, drafts, workflowSteps } from '../schema'

/** Ends an interview: what was left of the draft goes, and a file that waited for it is worked on from now. */
export const finishInterview = verb('intake.finish', async (ctx: Ctx, input: FinishInterview) => {
  const file = await findFile(ctx, input.ref, 'case:close')
  const { id: caseId, teamId, workflow, version } = file
  await ctx.db.delete(drafts).where(and(eq(drafts.caseId, caseId), eq(drafts.kind, 'interview')))
  if (workflow === 'intake') {
    const [moved] = await ctx.db
      .update(caseFiles)
      .set({ workflow: 'active', changedAt: ctx.now, version: version + 1 })
      .where(and(eq(caseFiles.id, caseId), eq(caseFiles.version, version)))
      .returning({ id: caseFiles.id })
    if (!moved) throw new Refusal('conflict')
    const step = { id: newId(), caseId, fromWorkflow: 'intake', toWorkflow: 'active' }
    await ctx.db.insert(workflowSteps).values({ ...step, recordedBy: ctx.actor.id, recordedAt: ctx.now })
  }
  await record(ctx, 'intake.finish', { caseId, teamId, details: { from: workflow } })
  return { id: caseId, ref: file.ref }
})
