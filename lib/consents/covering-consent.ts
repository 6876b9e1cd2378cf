import { type ConsentScope, vitalInterestDays } from './consents'
import { type ConsentRow, lastWords } from './standing-consents'

export type Asked = { scope: ConsentScope; subjectId: string; now: Date }

const day = 86_400_000

/** Leave that rests on vital interest alone counts only until somebody has to look at it again. */
const isInTime = ({ capacity, recordedAt }: ConsentRow, now: Date): boolean =>
  capacity !== 'NONE_VITAL_INTEREST' || now.getTime() - recordedAt.getTime() < vitalInterestDays * day

/**
 * The consent that allows a purpose at this moment, or nothing. The person's own last word decides, whatever others
 * said after it; without one the newest last word of anybody does, so that a relative's later no outweighs an earlier yes.
 */
export function coveringConsent<Row extends ConsentRow>(words: readonly Row[], asked: Asked): Row | null {
  const { scope, subjectId, now } = asked
  const last = lastWords(words.filter((word) => word.scope === scope))
  const own = last.find(({ givenBy }) => givenBy === subjectId)
  const [newest] = last
  const decides = own ?? newest
  return decides?.decision === 'granted' && isInTime(decides, now) ? decides : null
}
