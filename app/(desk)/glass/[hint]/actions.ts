'use server'

import { action } from '@/app/door'
import { breakGlass } from '@/db/together/break-glass'
import { BreakGlass } from '@/lib/together/forms'

export const breakGlassAction = action(BreakGlass, breakGlass, ({ ref }) => `/cases/${ref}`)
