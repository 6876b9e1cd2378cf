'use server'

import { action } from '@/app/door'
import { forgetMapping } from '@/db/imports/forget-mapping'
import { ForgetMapping } from '@/lib/imports/forms'
import { toImports } from './to-imports'

export const forgetMappingAction = action(ForgetMapping, forgetMapping, toImports)
