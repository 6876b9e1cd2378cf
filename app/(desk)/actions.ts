'use server'

import { action } from '@/app/door'
import { confirmAccount } from '@/db/accounts/confirm-account'
import { readNotice } from '@/db/home/read-notice'
import { decideReferral } from '@/db/together/decide-referral'
import { OneAccount } from '@/lib/accounts/forms'
import { ReadNotice } from '@/lib/cases/forms'
import { DecideReferral } from '@/lib/together/forms'

export const readNoticeAction = action(ReadNotice, readNotice, () => '/')
export const confirmAccountAction = action(OneAccount, confirmAccount, () => '/')
export const decideReferralAction = action(DecideReferral, decideReferral, ({ ref }) => (ref ? `/cases/${ref}` : '/'))
