import type { PartialDate } from '@/lib/dates/partial-date'
import { type SituationEntry, standingEntries } from './current-situation'
import type { Situation } from './situations'

const saysNothing: readonly Situation[] = ['UNVERIFIED', 'MISSING', 'DECEASED']

/** Whether an entry of this situation says that the person was somewhere, alive. */
export const saysAlive = (situation: Situation): boolean => !saysNothing.includes(situation)

const lastDay = (date: PartialDate): string => date.to ?? date.from ?? ''

/** The latest date at which a standing entry has somebody say where the person was, alive; null where none has a date. */
export function lastKnownAlive(entries: readonly SituationEntry[]): PartialDate | null {
  const dated = standingEntries(entries).flatMap(({ situation, valid }) =>
    valid === null || lastDay(valid) === '' || !saysAlive(situation) ? [] : [valid],
  )
  return dated.reduce<PartialDate | null>((last, date) => (last && lastDay(last) >= lastDay(date) ? last : date), null)
}
