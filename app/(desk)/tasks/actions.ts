'use server'

import { action } from '@/app/door'
import { showTitles } from '@/db/tasks/show-titles'
import { ShowTitles } from '@/lib/tasks/forms'
import { CloseListedTask, closeListedTask } from './close-listed-task'

/** A browser keeps the #part of the page it leaves where the next address has none. */
export const closeListedTaskAction = action(CloseListedTask, closeListedTask, ({ list }) => `/tasks?${list}#content`)
export const showTitlesAction = action(ShowTitles, showTitles, ({ list }) => `/tasks?${list}`)
