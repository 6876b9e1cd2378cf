'use server'

import { action } from '@/app/door'
import { assignCases } from '@/db/cases/assign-cases'
import { showNames } from '@/db/cases/show-names'
import { deleteView } from '@/db/lists/delete-view'
import { editView } from '@/db/lists/edit-view'
import { exportList } from '@/db/lists/export-list'
import { replaceView } from '@/db/lists/replace-view'
import { saveView } from '@/db/lists/save-view'
import { addTasks } from '@/db/tasks/add-tasks'
import { flagCases } from '@/db/together/flag-cases'
import { AddTasks, AssignCases, FlagCases, afterBulk } from '@/lib/cases/after-bulk'
import { ShowNames } from '@/lib/cases/list-cases'
import { DeleteView, EditView, ExportList, ReplaceView, SaveView } from '@/lib/lists/forms'
import { exportedAt, listAt } from './list-at'

export const showNamesAction = action(ShowNames, showNames, listAt)
export const assignCasesAction = action(AssignCases, assignCases, afterBulk)
export const flagCasesAction = action(FlagCases, flagCases, afterBulk)
export const addTasksAction = action(AddTasks, addTasks, afterBulk)
export const saveViewAction = action(SaveView, saveView, listAt)
export const editViewAction = action(EditView, editView, listAt)
export const replaceViewAction = action(ReplaceView, replaceView, listAt)
export const deleteViewAction = action(DeleteView, deleteView, listAt)
export const exportListAction = action(ExportList, exportList, exportedAt)
