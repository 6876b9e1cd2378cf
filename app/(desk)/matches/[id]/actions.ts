'use server'

import { action } from '@/app/door'
import { decideMatch } from '@/db/matches/decide-match'
import { approveMatch, declineMatch, undoMatch } from '@/db/matches/approve-match'
import { ApproveMatch, DecideMatch, DeclineMatch, UndoMatch } from '@/lib/matches/forms'
import { backToPair } from './back-to-pair'

export const decideMatchAction = action(DecideMatch, decideMatch, backToPair)
export const approveMatchAction = action(ApproveMatch, approveMatch, backToPair)
export const declineMatchAction = action(DeclineMatch, declineMatch, backToPair)
export const undoMatchAction = action(UndoMatch, undoMatch, backToPair)
