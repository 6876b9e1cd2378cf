import { and, eq, ne, sql } from 'drizzle-orm'
import type { TaskKind, TaskOccasion } from '@/lib/tasks/tasks'
import type { Ctx } from '../ctx'
import { newId } from '../new-id'
import { tasks } from '../schema'

/** `aboutId` is what the task waits for: an entry, a channel, a proposal, or the file itself. */
export type RuleTask = {
  caseId: string
  teamId: string
  kind: Exclude<TaskKind, 'hand'>
  aboutId: string
  dueAt: Date
  ownerId: string | null
  /** What in particular is to be done, where the kind alone does not say. */
  title?: TaskOccasion
}

/**
 * Opens a task in the transaction of the deed that calls for it, unless one of its kind about the same thing is open.
 * A statement and no promise: it is sent when it is awaited, in the order of what is issued with it.
 */
export function openRuleTask(ctx: Ctx, { title, ...task }: RuleTask) {
  const id = newId()
  const sealed = ctx.vault.sealOptional('task.title', { caseId: task.caseId, rowId: id }, title)
  return ctx.db
    .insert(tasks)
    .values({ ...task, id, title: sealed, recordedAt: ctx.now })
    .onConflictDoNothing()
}

/** `aboutId` left out is whatever tasks of that kind the file has open, but for what is about `exceptId`. */
type Waiting = Pick<RuleTask, 'caseId' | 'kind'> & { aboutId?: string; exceptId?: string }

/** Closes what waited for the deed that was just done. */
export const closeRuleTasks = (ctx: Ctx, { caseId, kind, aboutId, exceptId }: Waiting) =>
  ctx.db
    .update(tasks)
    .set({ state: 'done', closedBy: ctx.actor.id, closedAt: ctx.now, version: sql`${tasks.version} + 1` })
    .where(
      and(
        eq(tasks.caseId, caseId),
        eq(tasks.kind, kind),
        eq(tasks.state, 'open'),
        aboutId === undefined ? undefined : eq(tasks.aboutId, aboutId),
        exceptId === undefined ? undefined : ne(tasks.aboutId, exceptId),
      ),
    )
