import { mayEver } from '@/lib/access/can'
import { Refusal } from '@/lib/refusal'
import { type Ctx, verb } from '../ctx'

/** The empty intake: only for those who may open a file. */
export const readIntake = verb('case.open', (ctx: Ctx): Promise<{ teamId: string }> => {
  const { role, teamId } = ctx.actor
  if (!teamId || !mayEver(role, 'case:open')) throw new Refusal('not-found')
  return Promise.resolve({ teamId })
})
