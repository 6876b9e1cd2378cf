'use server'

import { action } from '@/app/door'
import { changePassword } from '@/db/accounts/change-password'
import { endOtherSessions, endSession } from '@/db/accounts/end-session'
import { ChangePassword, EndSession } from '@/lib/accounts/forms'
import { Nothing } from '@/lib/nothing'

export const changePasswordAction = action(ChangePassword, changePassword, () => '/sign-in?ended=password')
export const endSessionAction = action(EndSession, endSession, () => '/account#sessions')
export const endOtherSessionsAction = action(Nothing, endOtherSessions, () => '/account#sessions')
