import { and, eq, ne } from 'drizzle-orm'
import { ProposedClosing } from '@/lib/decisions/forms'
import { Refusal } from '@/lib/refusal'
import type { FoundFile } from '../cases/find-file'
import { takeStep } from '../cases/take-step'
import type { Ctx } from '../ctx'
import { proposals, tasks } from '../schema'
import { liveTasks } from '../tasks/live-tasks'
import type { FoundProposal } from './settle'

async function assertNothingElseWaits(ctx: Ctx, found: FoundProposal): Promise<void> {
  const waiting = await ctx.db
    .select({ id: proposals.id })
    .from(proposals)
    .where(and(eq(proposals.caseId, found.caseId), eq(proposals.state, 'waiting'), ne(proposals.id, found.id)))
    .limit(1)
  if (waiting.length > 0) throw new Refusal('invalid', { reason: 'proposals-waiting' })
}

async function drop(ctx: Ctx, caseId: string, why: string): Promise<void> {
  const open = await ctx.db
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.caseId, caseId), eq(tasks.state, 'open')))
  for (const { id } of open) {
    const note = ctx.vault.seal('task.note', { caseId, rowId: id }, why)
    const dropped = { state: 'dropped' as const, note, closedBy: ctx.actor.id, closedAt: ctx.now }
    await ctx.db.update(tasks).set(dropped).where(eq(tasks.id, id))
  }
}

/** Closes the file in the name of whoever proposed it; live tasks are dropped for the closing's reason, or it is refused. */
export async function closeApproved(
  ctx: Ctx,
  file: FoundFile,
  { found, dropTasks }: { found: FoundProposal; dropTasks: boolean },
): Promise<string[]> {
  const at = { caseId: file.id, rowId: found.id }
  const text = ctx.vault.openOptional('proposal.payload', at, found.payload)
  if (text === null) throw new Refusal('not-found')
  const closing = ProposedClosing.parse(JSON.parse(text))
  await assertNothingElseWaits(ctx, found)
  const live = await liveTasks(ctx, file.id)
  if (live > 0 && !closing.dropTasks && !dropTasks) throw new Refusal('invalid', { dropTasks: 'open-tasks' })
  await drop(ctx, file.id, closing.note ?? closing.reason)
  const { reason, note } = closing
  const recordedBy = found.proposedBy ?? ctx.actor.id
  return [await takeStep(ctx, file, { to: 'closed', reason, note, recordedBy, approvedBy: ctx.actor.id })]
}
