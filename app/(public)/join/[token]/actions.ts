'use server'

import { outsideAction } from '@/app/door'
import { join } from '@/db/accounts/join'
import { Found, FoundTeam, Join } from '@/lib/accounts/forms'
import { afterJoining } from './after-joining'

export const joinAction = outsideAction(Join, join, afterJoining)
export const foundAction = outsideAction(Found, join, afterJoining)
export const foundTeamAction = outsideAction(FoundTeam, join, afterJoining)
