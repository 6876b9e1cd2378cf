import { and, eq, notInArray, sql } from 'drizzle-orm'
import type { TaskKind } from '@/lib/tasks/tasks'
import type { Ctx } from '../ctx'
import { tasks } from '../schema'

/** Tasks that only keep watch over an open file: with it they end of themselves. */
const watching: TaskKind[] = ['review', 'silence', 'decide', 'return']

/** How many tasks of a file somebody still has to do. */
export async function liveTasks(ctx: Ctx, caseId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ n: sql<number>`count(*)::int` })
    .from(tasks)
    .where(and(eq(tasks.caseId, caseId), eq(tasks.state, 'open'), notInArray(tasks.kind, watching)))
  return row?.n ?? 0
}
