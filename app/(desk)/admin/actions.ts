'use server'

import { action } from '@/app/door'
import { disableAccount } from '@/db/accounts/disable-account'
import { moveAccount } from '@/db/accounts/move-account'
import { setHouse } from '@/db/house/set-house'
import { createTeam } from '@/db/teams/create-team'
import { CreateAccount, CreateTeam, ManageAccount, MoveAccount } from '@/lib/accounts/forms'
import { SetHouse } from '@/lib/house/forms'
import { createAccountAnswer, inviteAgainAnswer } from './told-link'

export const createAccountAction = action(CreateAccount, createAccountAnswer)
export const inviteAgainAction = action(ManageAccount, inviteAgainAnswer)
export const moveAccountAction = action(MoveAccount, moveAccount, ({ id }) => `/admin/${id}`)
export const disableAccountAction = action(ManageAccount, disableAccount, ({ id }) => `/admin/${id}`)
export const createTeamAction = action(CreateTeam, createTeam, () => '/admin#teams')
export const setHouseAction = action(SetHouse, setHouse, () => '/admin#house')
