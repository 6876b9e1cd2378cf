import { dayNumber, yearOf } from '@/lib/dates/calendar'
import type { Bounds } from '@/lib/dates/edtf'

/** Whole years, the first and the last one included. */
export type Scale = { first: number; last: number }

/** Where something stands, as parts of the scale's whole length: 0 is its beginning, 1 its end. */
export type Place = { start: number; end: number }

const longestScale = 12

/** The fewest whole years that hold every bound of these dates and today (YYYY-MM-DD). */
export function scaleOf(dates: readonly Bounds[], today: string): Scale {
  const years = dates.flatMap(({ from, to }) => [from, to]).map((day) => yearOf(day ?? today))
  return { first: Math.min(yearOf(today), ...years), last: Math.max(yearOf(today), ...years) }
}

/**
 * The place of a date on a scale. It covers every day the date can be, as far as the scale reaches; what nothing bounds
 * runs to the end of the scale, and a date bounded on neither side has no place.
 */
export function placeOn(scale: Scale, { from, to }: Bounds): Place | null {
  if (from === null && to === null) return null
  const start = from === null ? 0 : within(scale, dayNumber(from))
  const end = to === null ? 1 : within(scale, dayNumber(to) + 1)
  return { start, end: Math.max(start, end) }
}

/** The years to be written beside a scale, each with its place, and no more of them than can be read. */
export function ticksOf(scale: Scale): { year: number; at: number }[] {
  const span = scale.last - scale.first + 1
  const step = [1, 2, 5, 10, 20, 50, 100].find((years) => span / years <= longestScale) ?? 1000
  const first = Math.ceil(scale.first / step) * step
  const count = Math.max(0, Math.floor((scale.last - first) / step) + 1)
  return Array.from({ length: count }, (_, n) => first + n * step).map((year) => ({
    year,
    at: within(scale, beginningOf(year)),
  }))
}

const beginningOf = (year: number): number => dayNumber(`${String(year).padStart(4, '0')}-01-01`)

function within({ first, last }: Scale, day: number): number {
  const start = beginningOf(first)
  const end = dayNumber(`${String(last).padStart(4, '0')}-12-31`) + 1
  return Math.min(1, Math.max(0, (day - start) / (end - start)))
}
