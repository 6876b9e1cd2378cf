import type { AddTasks } from '@/lib/cases/after-bulk'
import { doOnEach } from '../cases/do-on-each'
import { type Ctx, verb } from '../ctx'
import { addTask } from './add-task'

export const addTasks = verb('task.add', (ctx: Ctx, { refs, list, ...task }: AddTasks) =>
  doOnEach(ctx, { refs, list, deed: 'task:keep', recordedAs: addTask.deed }, (inner, { ref }) =>
    addTask(inner, { ...task, ref }),
  ),
)
