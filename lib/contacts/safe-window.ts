import { z } from 'zod'
import { isZone } from '@/lib/accounts/zones'
import { addDays, weekdayOf } from '@/lib/dates/calendar'
import { instantOf, wallTime } from '@/lib/dates/wall-time'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

/**
 * When somebody may safely be called: on these days between two times on the clocks of where they are. A window whose
 * end is not later than its beginning runs into the next day and belongs to the day on which it opens.
 */
export const SafeWindow = z.object({
  days: z.array(z.enum(weekdays)).min(1).readonly(),
  from: time,
  until: time,
  zone: z.string().refine(isZone),
})
export type SafeWindow = z.infer<typeof SafeWindow>

/** The window as it is stored, read back; null where nothing is stored. @throws where the text is none of ours */
export const safeWindowFrom = (text: string | null): SafeWindow | null =>
  text === null ? null : SafeWindow.parse(JSON.parse(text))

export type Opening = { opens: Date; closes: Date }

/** Where an instant stands to a window: in one opening of it, or before the next. `changes` is when that ends. */
export type WindowState = { isOpen: boolean; changes: Date; opening: Opening }

const dayOf = (day: string): Weekday => weekdays[(weekdayOf(day) + 6) % 7] ?? 'mon'

/** The openings of a window that do not end before an instant, from the day before it to nine days after. */
export function openingsAfter(window: SafeWindow, instant: Date): Opening[] {
  const { day } = wallTime(instant, window.zone)
  const span = Array.from({ length: 10 }, (_, later) => addDays(day, later - 1))
  return span
    .filter((one) => window.days.includes(dayOf(one)))
    .map((one) => ({
      opens: instantOf({ day: one, time: window.from }, window.zone),
      closes: instantOf({ day: window.until > window.from ? one : addDays(one, 1), time: window.until }, window.zone),
    }))
    .filter(({ closes }) => closes > instant)
}

/** Whether a call at this instant is safe, and when that changes. Beginning included, end not. */
export function windowState(window: SafeWindow, instant: Date): WindowState {
  const [first, ...later] = openingsAfter(window, instant)
  if (!first) throw new RangeError('a window has at least one day')
  if (first.opens > instant) return { isOpen: false, changes: first.opens, opening: first }
  const joined = later.reduce((end, next) => (next.opens <= end ? next.closes : end), first.closes)
  return { isOpen: true, changes: joined, opening: first }
}
