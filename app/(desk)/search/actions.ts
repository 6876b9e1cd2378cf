'use server'

import { action } from '@/app/door'
import { deleteSearch, saveSearch } from '@/db/search/save-search'
import { showFound } from '@/db/search/show-found'
import { repeatSearch, stepSearch } from '@/db/search/step-search'
import { submitSearch } from '@/db/search/submit-search'
import { DeleteSearch, RepeatSearch, SaveSearch, ShowFound, StepSearch, SubmitSearch } from '@/lib/search/forms'
import { foundAt, savedAt } from './found-at'

export const submitSearchAction = action(SubmitSearch, submitSearch, foundAt)
export const stepSearchAction = action(StepSearch, stepSearch, foundAt)
export const repeatSearchAction = action(RepeatSearch, repeatSearch, foundAt)
export const saveSearchAction = action(SaveSearch, saveSearch, foundAt)
export const deleteSearchAction = action(DeleteSearch, deleteSearch, savedAt)
export const showFoundAction = action(ShowFound, showFound, foundAt)
