import { dayNumber } from '@/lib/dates/calendar'
import type { PartialDate } from '@/lib/dates/partial-date'
import { type SituationEntry, firstPlanned, presentStretch } from './current-situation'

export type ExpectedReturn<Entry> = { entry: Entry; date: PartialDate; day: string }

/**
 * The return that is expected while the present situation is an imminent one: the newest of its entries whose date lay
 * ahead when it was first written down (UTC), with the first day on which it can come. Null where nothing is planned or
 * where something has been recorded since.
 */
export function expectedReturn<Entry extends SituationEntry>(entries: readonly Entry[]): ExpectedReturn<Entry> | null {
  const [planned] = presentStretch(entries).flatMap((entry) => {
    const { situation, valid } = entry
    const written = firstPlanned(entry, entries).toISOString().slice(0, 10)
    const day = valid?.from ?? valid?.to
    return situation === 'IMMINENT_RETURN' && valid && day && day > written ? [{ entry, date: valid, day }] : []
  })
  return planned ?? null
}

/** The hour at which that day's clock runs out: noon in UTC, which is that same day from Hawaii to Vladivostok. */
export const returnDueAt = (day: string): Date => new Date(`${day}T12:00:00Z`)

/** The first day on which a return can come, of the instant its clock runs out. */
export const returnDayOf = (dueAt: Date): string => dueAt.toISOString().slice(0, 10)

export type ReturnClock = { state: 'ahead' | 'open' | 'past'; days: number }

/**
 * Where the clock of an expected return stands on a day (YYYY-MM-DD): `ahead` by so many days, 0 on the first day it can
 * come; `open` while it can still come; `past` by so many days since the last one.
 */
export function returnClock({ day, last }: { day: string; last: string | null }, today: string): ReturnClock {
  const left = dayNumber(day) - dayNumber(today)
  if (left >= 0) return { state: 'ahead', days: left }
  if (last === null || today <= last) return { state: 'open', days: -left }
  return { state: 'past', days: dayNumber(today) - dayNumber(last) }
}
