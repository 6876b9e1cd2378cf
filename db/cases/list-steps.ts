import { desc, eq } from 'drizzle-orm'
import type { Ctx } from '../ctx'
import { workflowSteps } from '../schema'

const stepsMax = 100

/** The steps of our own work on a file, the last one first. */
export async function listSteps(ctx: Ctx, caseId: string) {
  const rows = await ctx.db
    .select()
    .from(workflowSteps)
    .where(eq(workflowSteps.caseId, caseId))
    .orderBy(desc(workflowSteps.recordedAt), desc(workflowSteps.id))
    .limit(stepsMax)
  return rows.map((row) => ({
    ...row,
    note: ctx.vault.openOptional('workflow_step.note', { caseId, rowId: row.id }, row.note),
  }))
}
