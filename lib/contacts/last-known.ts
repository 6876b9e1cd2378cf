import type { PartialDate } from '@/lib/dates/partial-date'
import { lastDayKnown } from '@/lib/situations/entry-date'

/** Something that somebody says of where and when the subject was alive. */
export type Trace = {
  kind: 'situation' | 'sign' | 'contact'
  id: string
  date: PartialDate | null
  recordedAt: Date
  place: string | null
  province: string | null
  credibility: string | null
}

const lastDay = ({ date, recordedAt }: Trace): string => lastDayKnown(date, recordedAt)

/** Doubtful and improbable word proves nobody alive; what cannot be judged is not thereby doubtful. */
export const isProof = ({ credibility }: Pick<Trace, 'credibility'>): boolean =>
  credibility !== '4' && credibility !== '5'

const latest = (traces: readonly Trace[]): Trace | null =>
  traces.reduce<Trace | null>((last, one) => (last && lastDay(last) >= lastDay(one) ? last : one), null)

/**
 * The last of what is known: the latest dated word that the subject was alive, and the latest dated word of a place,
 * by the last day that each date can mean and that was not ahead when it was written down. Of two with one last day the first given stands; null where nothing is dated.
 */
export function lastKnown(traces: readonly Trace[]): { alive: Trace | null; place: Trace | null } {
  const dated = traces.filter((trace) => lastDay(trace) !== '' && isProof(trace))
  return { alive: latest(dated), place: latest(dated.filter(({ place, province }) => place ?? province)) }
}
