'use server'

import { action } from '@/app/door'
import { changePassword } from '@/db/accounts/change-password'
import { endOtherSessions, endSession } from '@/db/accounts/end-session'
import { revokeFeed } from '@/db/calendar/make-feed'
import { setReminders } from '@/db/reminders/set-reminders'
import { ChangePassword, EndSession, SetReminders } from '@/lib/accounts/forms'
import { Nothing } from '@/lib/nothing'
import { feedLink } from './feed-link'

export const changePasswordAction = action(ChangePassword, changePassword, () => '/sign-in?ended=password')
export const endSessionAction = action(EndSession, endSession, () => '/account#sessions')
export const endOtherSessionsAction = action(Nothing, endOtherSessions, () => '/account#sessions')
export const makeFeedAction = action(Nothing, feedLink)
export const revokeFeedAction = action(Nothing, revokeFeed, () => '/account#calendar')
export const setRemindersAction = action(SetReminders, setReminders)
