import { serverEnv } from '@/app/serving'
import { inviteAgain } from '@/db/accounts/invite-again'
import { createAccount } from '@/db/accounts/create-account'
import { type Ctx, type Verb, verb } from '@/db/ctx'

type Invites<Input> = Verb<Ctx, Input, { token: string }>

const linkOf = (token: string): string => new URL(`/join/${token}`, serverEnv().nextAuthUrl ?? 'http://localhost').href

/** The verb's answer as the link that is told once. */
const told = <Input>(invites: Invites<Input>): Verb<Ctx, Input, { told: string }> =>
  verb(invites.deed, async (ctx: Ctx, input: Input) => ({ told: linkOf((await invites(ctx, input)).token) }))

export const createAccountAnswer = told(createAccount)
export const inviteAgainAnswer = told(inviteAgain)
