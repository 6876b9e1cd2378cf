import { and, eq, sql } from 'drizzle-orm'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { tasks } from '../schema'

/** A task of this very file, or not found. */
export async function findTask(ctx: Ctx, { caseId, taskId }: { caseId: string; taskId: string }) {
  const [task] = await ctx.db
    .select()
    .from(tasks)
    .where(and(eq(tasks.id, taskId), eq(tasks.caseId, caseId)))
  if (!task) throw new Refusal('not-found')
  return task
}

/** Who is to do something on a file must be able to see it. */
export async function assertSeesFile(ctx: Ctx, { caseId, owner }: { caseId: string; owner: string }): Promise<void> {
  if (owner === ctx.actor.id) return
  const [row] = await ctx.db.execute(sql`select ${owner}::uuid in (select id from may_see(${caseId}::uuid)) as sees`)
  if (row?.['sees'] !== true) throw new Refusal('invalid', { owner: 'may-not-see' })
}
