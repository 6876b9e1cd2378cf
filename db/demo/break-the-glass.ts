import { BreakGlass } from '@/lib/together/forms'
import { matchNames } from '../cases/match-names'
import { breakGlass } from '../together/break-glass'
import type { Hand } from './file-from'

/** A name of the first team's that the other one searched when its bearer stood at the border. */
const searched = '고별님'

/** Somebody of the other team could not wait: what the search told of was opened for four hours, and waits to be reviewed. */
export async function breakTheGlass(hand: Hand, current: string): Promise<void> {
  await hand.acts(async (ctx) => {
    const { hints } = await matchNames(ctx, [searched])
    const reason = '변방대에서 오늘 밤 이송된다는 전화를 받음. 담당자와 연락이 닿지 않음.'
    await breakGlass(ctx, BreakGlass.parse({ hint: hints[0], reason, current }))
  })
}
