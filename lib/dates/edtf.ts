import { daysInMonth, dayText } from './calendar'
import { no, yes, type Answer } from './partial-date'

export type Qualifier = '' | '~' | '?' | '%'

/** One date of EDTF: digits as written, `X` for an unspecified one; `month` may be a season, 21 to 24. */
export type EdtfDate = { year: string; month?: string; day?: string; qualifier: Qualifier }

/** `open` is `..` (no such end), `unknown` an end left out. */
export type EdtfEnd = EdtfDate | 'open' | 'unknown'
export type EdtfInterval = { start: EdtfEnd; end: EdtfEnd }
export type Edtf = EdtfDate | EdtfInterval

export type Bounds = { from: string | null; to: string | null }
type FullBounds = { from: string; to: string }

const shape = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([~?%]?)$/
const seasonMonths: Record<string, number> = { '21': 3, '22': 6, '23': 9, '24': 12 }
const qualifiers = ['~', '?', '%'] as const

/**
 * Reads the Extended Date/Time Format of ISO 8601-2:2019 (Library of Congress, EDTF Specification, 4 February 2019),
 * levels 0 and 1: dates, seasons, qualifiers of the whole date, unspecified digits from the right, intervals with
 * qualified, open or unknown ends. Left out: times of day (a moment is an instant with a zone, not a partial date)
 * and years before 1 or after 9999 (nobody here lived then, and bounds are compared as text).
 * Answers `not-a-date` for what is not of this form and `impossible-date` for a day, month or order that cannot be.
 */
export function parseEdtf(text: string): Answer<Edtf> {
  const parts = text.split('/')
  if (parts.length === 1) return parseDate(text)
  if (parts.length !== 2) return no('not-a-date')
  const start = parseEnd(parts[0] ?? '')
  const end = parseEnd(parts[1] ?? '')
  if (!start.ok) return start
  if (!end.ok) return end
  if (typeof start.value === 'string' && typeof end.value === 'string') return no('not-a-date')
  const interval = { start: start.value, end: end.value }
  const { from, to } = boundsOf(interval)
  return from !== null && to !== null && from > to ? no('impossible-date') : yes(interval)
}

/** The text of a date, the inverse of `parseEdtf`. */
export function serialiseEdtf(edtf: Edtf): string {
  if (isInterval(edtf)) return `${serialiseEnd(edtf.start)}/${serialiseEnd(edtf.end)}`
  return [edtf.year, edtf.month, edtf.day].filter((part) => part !== undefined).join('-') + edtf.qualifier
}

/**
 * The first and last day a date can be, both included, by its letter: a qualifier does not widen it.
 * Seasons are the meteorological ones of the northern hemisphere; winter runs into the next year.
 */
export function boundsOf(edtf: Edtf): Bounds {
  if (!isInterval(edtf)) return boundsOfDate(edtf)
  return { from: boundsOfEnd(edtf.start).from, to: boundsOfEnd(edtf.end).to }
}

export function isInterval(edtf: Edtf): edtf is EdtfInterval {
  return 'start' in edtf
}

export function isSeason(date: EdtfDate): boolean {
  return date.month !== undefined && date.month in seasonMonths
}

function boundsOfEnd(end: EdtfEnd): Bounds {
  return typeof end === 'string' ? { from: null, to: null } : boundsOfDate(end)
}

function parseEnd(text: string): Answer<EdtfEnd> {
  if (text === '..') return yes('open')
  if (text === '') return yes('unknown')
  return parseDate(text)
}

function serialiseEnd(end: EdtfEnd): string {
  if (end === 'open') return '..'
  return end === 'unknown' ? '' : serialiseEdtf(end)
}

function parseDate(text: string): Answer<EdtfDate> {
  const [, year, month, day, sign] = shape.exec(text) ?? []
  if (year === undefined) return no('not-a-date')
  if (year.includes('X') && month !== undefined) return no('not-a-date')
  if (month === 'XX' && day !== undefined && day !== 'XX') return no('not-a-date')
  const date = { year, month, day, qualifier: qualifiers.find((known) => known === sign) ?? '' } as const
  return canBe(date) ? yes(date) : no('impossible-date')
}

function canBe(date: EdtfDate): boolean {
  if (Number(date.year.replaceAll('X', '0')) < 1) return false
  if (date.month === undefined || date.month === 'XX') return true
  if (isSeason(date)) return date.day === undefined
  const month = Number(date.month)
  if (month < 1 || month > 12) return false
  if (date.day === undefined || date.day === 'XX') return true
  return Number(date.day) >= 1 && Number(date.day) <= daysInMonth(Number(date.year), month)
}

function boundsOfDate(date: EdtfDate): FullBounds {
  const first = Number(date.year.replaceAll('X', '0'))
  const last = Number(date.year.replaceAll('X', '9'))
  if (date.month === undefined || date.month === 'XX') return { from: dayText(first, 1, 1), to: dayText(last, 12, 31) }
  const season = seasonMonths[date.month]
  if (season !== undefined) return { from: dayText(first, season, 1), to: endOfSeason(first, season) }
  const month = Number(date.month)
  if (date.day !== undefined && date.day !== 'XX') {
    const day = dayText(first, month, Number(date.day))
    return { from: day, to: day }
  }
  return { from: dayText(first, month, 1), to: dayText(first, month, daysInMonth(first, month)) }
}

function endOfSeason(year: number, firstMonth: number): string {
  if (firstMonth !== 12) return dayText(year, firstMonth + 2, daysInMonth(year, firstMonth + 2))
  return year === 9999 ? dayText(9999, 12, 31) : dayText(year + 1, 2, daysInMonth(year + 1, 2))
}
