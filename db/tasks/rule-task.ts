import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { TaskKind } from '@/lib/tasks/tasks'
import type { Ctx } from '../ctx'
import { tasks } from '../schema'

/** `aboutId` is what the task waits for: an entry, a channel, a proposal, or the file itself. */
export type RuleTask = {
  caseId: string
  teamId: string
  kind: Exclude<TaskKind, 'hand'>
  aboutId: string
  dueAt: Date
  ownerId: string | null
}

/** Opens a task in the transaction of the deed that calls for it, unless one of its kind about the same thing is open. */
export async function openRuleTask(ctx: Ctx, task: RuleTask): Promise<void> {
  await ctx.db
    .insert(tasks)
    .values({ ...task, id: randomUUID(), recordedAt: ctx.now })
    .onConflictDoNothing()
}

/** Closes what waited for the deed that was just done. */
export async function closeRuleTasks(ctx: Ctx, task: Pick<RuleTask, 'caseId' | 'kind' | 'aboutId'>): Promise<void> {
  await ctx.db
    .update(tasks)
    .set({ state: 'done', closedBy: ctx.actor.id, closedAt: ctx.now })
    .where(
      and(
        eq(tasks.caseId, task.caseId),
        eq(tasks.kind, task.kind),
        eq(tasks.aboutId, task.aboutId),
        eq(tasks.state, 'open'),
      ),
    )
}
