import { dayNumber } from '../dates/calendar'
import { overlaps, possibleDays } from '../dates/compare'
import type { PartialDate } from '../dates/partial-date'
import type { Compared } from './compare-names'
import { bits, meetingBits, odds } from './weights'

type Days = { from: number; to: number; length: number }

const yearDays = 365.25
const lunarDays = { least: 17, most: 51 }
const fewYears = 5
const monthDays = 31

function daysOf(date: PartialDate): Days | null {
  const { from, to } = possibleDays(date)
  if (from === null || to === null) return null
  const [first, last] = [dayNumber(from), dayNumber(to)]
  return { from: first, to: last, length: last - first + 1 }
}

/** Days between the nearest ends of two ranges; nought where they meet. */
const gap = (a: Days, b: Days) => Math.max(0, a.from - b.to, b.from - a.to)

type Named = { year: number; month: number; day: number }

const named = ({ precision, from }: PartialDate): Named | null =>
  precision === 'day' && from !== null
    ? { year: Number(from.slice(0, 4)), month: Number(from.slice(5, 7)), day: Number(from.slice(8)) }
    : null

/** What may stand behind two births that are written to the day and are not the same one. */
function mistaken(a: Named, b: Named, apart: number): Compared | null {
  const { spreadDays } = odds.birth
  const found = (finding: 'day-and-month-swapped' | 'same-day-other-year' | 'lunar-calendar'): Compared => ({
    finding,
    weight: meetingBits(odds[finding].m, odds[finding].days, spreadDays),
  })
  if (a.year === b.year && a.month === b.day && a.day === b.month) return found('day-and-month-swapped')
  const sameDay = a.month === b.month && a.day === b.day
  if (sameDay && Math.abs(a.year - b.year) <= 2) return found('same-day-other-year')
  return apart >= lunarDays.least && apart <= lunarDays.most ? found('lunar-calendar') : null
}

/**
 * Two births as ranges of days: they meet, or a mistake known from the field stands between them, or they differ.
 * The longer the ranges, the less it says that they meet.
 */
export function compareBirths(a: PartialDate, b: PartialDate): Compared | null {
  const [one, other] = [daysOf(a), daysOf(b)]
  if (!one || !other) return null
  if (overlaps(a, b)) {
    const weight = meetingBits(odds.birth.m, one.length + other.length, odds.birth.spreadDays)
    return { finding: one.length === 1 && other.length === 1 ? 'same-day' : 'dates-meet', weight }
  }
  const apart = gap(one, other)
  const [x, y] = [named(a), named(b)]
  const mistake = x && y ? mistaken(x, y, apart) : null
  if (mistake) return mistake
  if (apart <= 2 * yearDays) return { finding: 'age-counted-otherwise', weight: bits(odds['age-counted-otherwise']) }
  const finding = apart <= fewYears * yearDays ? 'few-years-apart' : 'far-apart'
  return { finding, weight: bits(odds[finding]) }
}

/** Two dates of arrest: they meet, lie within a month, or are others. */
export function compareArrests(a: PartialDate, b: PartialDate): Compared | null {
  const [one, other] = [daysOf(a), daysOf(b)]
  if (!one || !other) return null
  const { m, spreadDays } = odds.arrest
  const apart = gap(one, other)
  const close = odds['arrest-within-a-month']
  if (apart === 0) return { finding: 'dates-meet', weight: meetingBits(m, one.length + other.length, spreadDays) }
  if (apart <= monthDays)
    return {
      finding: 'within-a-month',
      weight: meetingBits(close.m, close.days + one.length + other.length, spreadDays),
    }
  return { finding: 'far-apart', weight: bits(odds['other-arrest']) }
}
