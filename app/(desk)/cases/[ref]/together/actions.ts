'use server'

import { action } from '@/app/door'
import { followCase, unfollowCase } from '@/db/together/follow-case'
import { handOver } from '@/db/together/hand-over'
import { reviewGlass } from '@/db/together/review-glass'
import { lowerFlag, raiseFlag } from '@/db/together/raise-flag'
import { writeComment } from '@/db/together/write-comment'
import { FollowCase, HandOver, LowerFlag, RaiseFlag, ReviewGlass, WriteComment } from '@/lib/together/forms'
import { backTogether } from './back-together'

export const writeCommentAction = action(WriteComment, writeComment, backTogether('comments'))
export const raiseFlagAction = action(RaiseFlag, raiseFlag, backTogether('flags'))
export const lowerFlagAction = action(LowerFlag, lowerFlag, backTogether('flags'))
export const followCaseAction = action(FollowCase, followCase, backTogether('present'))
export const unfollowCaseAction = action(FollowCase, unfollowCase, backTogether('present'))
export const reviewGlassAction = action(ReviewGlass, reviewGlass, backTogether('glass'))
export const handOverAction = action(HandOver, handOver, ({ ref, stays }) =>
  stays ? backTogether('handovers')({ ref }) : '/',
)
