import { type Ctx, verb } from '@/db/ctx'
import { closeTask } from '@/db/tasks/close-task'
import { CloseTask, ShowTitles, listOfKey, taskListKey } from '@/lib/tasks/forms'
import { z } from 'zod'

export const CloseListedTask = z.intersection(CloseTask, ShowTitles)
export type CloseListedTask = z.infer<typeof CloseListedTask>

/** Closing a task from the list leads back to the list it was closed in. */
export const closeListedTask = verb(closeTask.deed, async (ctx: Ctx, input: CloseListedTask) => {
  await closeTask(ctx, input)
  return { list: taskListKey(listOfKey(input.list)) }
})
