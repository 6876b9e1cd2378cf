'use server'

import { action } from '@/app/door'
import { addTask } from '@/db/tasks/add-task'
import { closeTask } from '@/db/tasks/close-task'
import { editTask } from '@/db/tasks/edit-task'
import { AddTask, CloseTask, EditTask } from '@/lib/tasks/forms'
import { backToTasks } from './back-to-tasks'

export const addTaskAction = action(AddTask, addTask, backToTasks('open'))
export const editTaskAction = action(EditTask, editTask, backToTasks('open'))
export const closeTaskAction = action(CloseTask, closeTask, backToTasks('closed'))
