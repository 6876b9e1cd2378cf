import { and, eq, sql } from 'drizzle-orm'
import { reconfirmDays } from '@/lib/interventions/interventions'
import type { FoundFile } from '../cases/find-file'
import type { Ctx } from '../ctx'
import { tasks } from '../schema'
import { closeRuleTasks, openRuleTask } from './rule-task'

const day = 86_400_000

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

/** What was sent will be public: each consent it went out on is asked for once more, and another word on its purpose is the answer. */
export async function askOnceMore(ctx: Ctx, file: FoundFile, consents: readonly string[]): Promise<void> {
  const { id: caseId, teamId, ownerId } = file
  const dueAt = new Date(ctx.now.getTime() + reconfirmDays * day)
  const task = { caseId, teamId, ownerId, kind: 'consent', title: 'reconfirm', dueAt } as const
  for (const aboutId of consents) await openRuleTask(ctx, { ...task, aboutId })
}

/** The body has answered. */
export const replyCame = (ctx: Ctx, { caseId, id: aboutId }: Of) =>
  closeRuleTasks(ctx, { caseId, kind: 'reply', aboutId })

/** Nothing more is expected of an intervention, and nothing more is owed to its body. */
export async function endWaiting(ctx: Ctx, { caseId, id: aboutId }: Of): Promise<void> {
  for (const kind of ['reply', 'consent', 'visit-later'] as const) await closeRuleTasks(ctx, { caseId, kind, aboutId })
}
