'use server'

import { action } from '@/app/door'
import { confirmAccount } from '@/db/accounts/confirm-account'
import { readNotice } from '@/db/home/read-notice'
import { OneAccount } from '@/lib/accounts/forms'
import { ReadNotice } from '@/lib/cases/forms'

export const readNoticeAction = action(ReadNotice, readNotice, () => '/')
export const confirmAccountAction = action(OneAccount, confirmAccount, () => '/')
