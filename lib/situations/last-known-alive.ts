import type { PartialDate } from '@/lib/dates/partial-date'
import { type SituationEntry, standingEntries } from './current-situation'
import { entryDate, lastDayKnown } from './entry-date'
import type { Situation } from './situations'

const saysNothing: readonly Situation[] = ['UNVERIFIED', 'MISSING', 'DECEASED']

/** Whether an entry of this situation says that the person was somewhere, alive. */
export const saysAlive = (situation: Situation): boolean => !saysNothing.includes(situation)

/**
 * The latest date at which a standing entry has somebody say where the person was, alive, none of them later than it
 * was recorded; null where none has a date.
 */
export function lastKnownAlive(entries: readonly SituationEntry[]): PartialDate | null {
  const dated = standingEntries(entries).flatMap((entry) => {
    const date = entryDate(entry)
    const last = lastDayKnown(date, entry.recordedAt)
    return date === null || last === '' || !saysAlive(entry.situation) ? [] : [{ date, last }]
  })
  return dated.reduce<(typeof dated)[number] | null>((a, b) => (a && a.last >= b.last ? a : b), null)?.date ?? null
}
