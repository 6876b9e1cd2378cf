import { and, eq } from 'drizzle-orm'
import { instantOf, wallTime } from '@/lib/dates/wall-time'
import type { EditTask } from '@/lib/tasks/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { tasks } from '../schema'
import { assertSeesFile, findTask } from './find-task'

type Task = Awaited<ReturnType<typeof findTask>>

function theirs(task: Task, zone: string) {
  const { day, time } = wallTime(task.dueAt, zone)
  const owner = task.ownerId && { owner: task.ownerId }
  return { day, hour: time.slice(0, 2), ...owner, version: String(task.version) }
}

/** Who is to do it and by when, of a task by hand or by rule; what is closed stays as it was closed. */
export const editTask = verb('task.edit', async (ctx: Ctx, input: EditTask) => {
  const file = await findFile(ctx, input.ref, 'task:keep')
  const { taskId, version, day, hour, owner } = input
  const task = await findTask(ctx, { caseId: file.id, taskId })
  await assertSeesFile(ctx, { caseId: file.id, owner })
  const zone = ctx.actor.timeZone
  const saved = await ctx.db
    .update(tasks)
    .set({ dueAt: instantOf({ day, time: `${hour}:00` }, zone), ownerId: owner, version: version + 1 })
    .where(and(eq(tasks.id, taskId), eq(tasks.version, version), eq(tasks.state, 'open')))
    .returning({ id: tasks.id })
  if (saved.length === 0) throw new Refusal('conflict', undefined, theirs(task, zone))
  const details = { fields: ['task.due_at', 'task.owner_id'], version }
  await record(ctx, 'task.edit', { caseId: file.id, teamId: file.teamId, objectIds: [taskId, owner], details })
  return { id: file.id, ref: file.ref }
})
