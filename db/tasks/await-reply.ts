import { and, eq, sql } from 'drizzle-orm'
import type { FoundFile } from '../cases/find-file'
import type { Ctx } from '../ctx'
import { tasks } from '../schema'
import { closeRuleTasks, openRuleTask } from './rule-task'

type Of = { caseId: string; id: string }

/** An answer is waited for until this day: the open task moves to it, or one is opened. */
export async function awaitReply(ctx: Ctx, file: FoundFile, { id, dueAt }: { id: string; dueAt: Date }): Promise<void> {
  const { id: caseId, teamId, ownerId } = file
  const moved = await ctx.db
    .update(tasks)
    .set({ dueAt, version: sql`${tasks.version} + 1` })
    .where(and(eq(tasks.caseId, caseId), eq(tasks.kind, 'reply'), eq(tasks.aboutId, id), eq(tasks.state, 'open')))
    .returning({ id: tasks.id })
  if (moved.length === 0) await openRuleTask(ctx, { caseId, teamId, ownerId, kind: 'reply', aboutId: id, dueAt })
}

/** The body has answered. */
export const replyCame = (ctx: Ctx, { caseId, id: aboutId }: Of) =>
  closeRuleTasks(ctx, { caseId, kind: 'reply', aboutId })

/** Nothing more is expected of an intervention, and nothing more is owed to its body. */
export async function endWaiting(ctx: Ctx, { caseId, id: aboutId }: Of): Promise<void> {
  for (const kind of ['reply', 'consent', 'visit-later'] as const) await closeRuleTasks(ctx, { caseId, kind, aboutId })
}
