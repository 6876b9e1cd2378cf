import { instantOf } from '@/lib/dates/wall-time'
import type { AddTask } from '@/lib/tasks/forms'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { tasks } from '../schema'
import { assertSeesFile } from './find-task'

/** A task that somebody writes; its hour is one of the writer's own zone. */
export const addTask = verb('task.add', async (ctx: Ctx, input: AddTask) => {
  const file = await findFile(ctx, input.ref, 'task:keep')
  const { title, day, hour, owner = ctx.actor.id } = input
  await assertSeesFile(ctx, { caseId: file.id, owner })
  const id = newId()
  await ctx.db.insert(tasks).values({
    id,
    caseId: file.id,
    teamId: file.teamId,
    kind: 'hand',
    title: ctx.vault.seal('task.title', { caseId: file.id, rowId: id }, title),
    dueAt: instantOf({ day, time: `${hour}:00` }, ctx.actor.timeZone),
    ownerId: owner,
    aboutId: file.id,
    recordedBy: ctx.actor.id,
    recordedAt: ctx.now,
  })
  await record(ctx, 'task.add', { caseId: file.id, teamId: file.teamId, objectIds: [id, owner] })
  return { id: file.id, ref: file.ref }
})
