import { addDays, addMonths, dayNumber } from './calendar'
import { boundsOf, isInterval, isSeason, parseEdtf, type Bounds, type EdtfDate, type EdtfEnd } from './edtf'
import type { PartialDate } from './partial-date'

/** Whether a day (YYYY-MM-DD) lies within what the date says by its letter. */
export function contains(date: PartialDate, day: string): boolean {
  return (date.from === null || date.from <= day) && (date.to === null || day <= date.to)
}

/**
 * Whether two dates can be one day: their ranges meet, an approximate one being taken one step of its own precision
 * wider on each side (three days, a month, a year, a decade). Two that do not overlap contradict each other.
 */
export function overlaps(a: PartialDate, b: PartialDate): boolean {
  return !endsBefore(possibleDays(a), possibleDays(b)) && !endsBefore(possibleDays(b), possibleDays(a))
}

/**
 * Whether what began on `a` certainly began before what began on `b`. Of an interval the start counts, so that
 * "1998 to 2023" began before April 2023; where the dates leave it open the answer is false both ways.
 * It is a strict partial order (an interval order, P. C. Fishburn 1970): never circular.
 */
export function certainlyBefore(a: PartialDate, b: PartialDate): boolean {
  return endsBefore(startRange(a), startRange(b))
}

/**
 * Whole days from the latest day the date can be until today (both YYYY-MM-DD), never below zero: of what is not
 * known exactly it counts the fewest days, which is the cautious side wherever danger fades with time.
 */
export function daysSince(date: PartialDate, today: string): number {
  return date.to === null ? 0 : Math.max(0, dayNumber(today) - dayNumber(date.to))
}

/** The day no place on earth has passed yet at that instant: UTC+14 is the first zone to begin a day. */
export function latestToday(now: Date): string {
  return new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10)
}

/** Whether every day the date can be still lies ahead everywhere on earth. */
export function isFuture(date: PartialDate, now: Date): boolean {
  return date.from !== null && date.from > latestToday(now)
}

function endsBefore(a: Bounds, b: Bounds): boolean {
  return a.to !== null && b.from !== null && a.to < b.from
}

/** The first and the last day the date can be; an approximate one is taken one step of its own precision wider. */
export function possibleDays(date: PartialDate): Bounds {
  const parsed = parseEdtf(date.edtf)
  if (!parsed.ok) return { from: date.from, to: date.to }
  const edtf = parsed.value
  if (!isInterval(edtf)) return widened(edtf)
  return { from: widenedEnd(edtf.start).from, to: widenedEnd(edtf.end).to }
}

/** The first and the last day on which what the date says can have begun; an approximate date is taken one step wider. */
export function startRange(date: PartialDate): Bounds {
  const parsed = parseEdtf(date.edtf)
  if (!parsed.ok) return { from: date.from, to: date.to }
  const edtf = parsed.value
  if (!isInterval(edtf)) return widened(edtf)
  return {
    from: widenedEnd(edtf.start).from,
    to: (typeof edtf.start === 'string' ? widenedEnd(edtf.end) : widened(edtf.start)).to,
  }
}

function widenedEnd(end: EdtfEnd): Bounds {
  return typeof end === 'string' ? { from: null, to: null } : widened(end)
}

function widened(date: EdtfDate): Bounds {
  const { from, to } = boundsOf(date)
  if (from === null || to === null || date.qualifier === '' || date.qualifier === '?') return { from, to }
  const months = monthsOfOneStep(date)
  if (months === 0) return { from: addDays(from, -3), to: addDays(to, 3) }
  const end = addDays(addMonths(addDays(to, 1), months), -1)
  return { from: addMonths(from, -months), to: end > to ? end : to }
}

function monthsOfOneStep(date: EdtfDate): number {
  if (date.year.endsWith('XX')) return 1200
  if (date.year.endsWith('X')) return 120
  if (date.month === undefined || date.month === 'XX') return 12
  if (isSeason(date)) return 3
  return date.day === undefined || date.day === 'XX' ? 1 : 0
}
