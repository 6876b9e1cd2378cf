import { DecideReferral } from '@/lib/together/forms'
import { decideReferral } from '../together/decide-referral'
import { referralsToUs } from '../together/read-referrals'
import type { Hand } from './file-from'

/** A coordinator cannot take what another team asked for, and says why. */
export async function declineReferral(hand: Hand): Promise<void> {
  await hand.acts(async (ctx) => {
    const [first] = (await referralsToUs(ctx)).asked
    const answer = '지금은 북동 지역에 갈 수 있는 사람이 없음. 봄에 다시 물어봐 주십시오.'
    await decideReferral(ctx, DecideReferral.parse({ referralId: first?.id, decision: 'decline', answer }))
  })
}
