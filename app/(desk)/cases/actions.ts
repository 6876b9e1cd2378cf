'use server'

import { action } from '@/app/door'
import { showNames } from '@/db/cases/show-names'
import { ShowNames } from '@/lib/cases/list-cases'

export const showNamesAction = action(ShowNames, showNames, ({ list }) => (list === '' ? '/cases' : `/cases?${list}`))
