import type { PartialDate } from '@/lib/dates/partial-date'
import { instantOf } from '@/lib/dates/wall-time'
import { isZone } from '@/lib/accounts/zones'

/** An hour as it is kept beside the day of a contact: the time on the clock of whoever recorded it, and that clock's zone. */
export const hourText = (time: string, zone: string): string => `${time} ${zone}`

/**
 * When a contact took place: the instant, where day and hour are known; noon UTC of the day, where the hour is not;
 * null where the date is wider than a day.
 */
export function attemptTime(at: PartialDate, hour: string | null): { instant: Date; isExact: boolean } | null {
  if (at.precision !== 'day' || at.from === null) return null
  const [time, zone] = hour?.split(' ') ?? []
  if (time === undefined || zone === undefined || !isZone(zone))
    return { instant: new Date(`${at.from}T12:00:00Z`), isExact: false }
  return { instant: instantOf({ day: at.from, time }, zone), isExact: true }
}
