const dayMilliseconds = 86_400_000
export const firstDay = '0001-01-01'
export const lastDay = '9999-12-31'

/** Days of a month of the proleptic Gregorian calendar (ISO 8601-1). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

export function monthNumberOf(day: string): number {
  return Number(day.slice(5, 7))
}

export function dayText(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Whole days since 1970-01-01 of a day written YYYY-MM-DD. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMilliseconds)
}

/** The day that many days later, kept within the years 1 to 9999. */
export function addDays(day: string, days: number): string {
  const number = Math.min(Math.max(dayNumber(day) + days, dayNumber(firstDay)), dayNumber(lastDay))
  return new Date(number * dayMilliseconds).toISOString().slice(0, 10)
}

/** The day that many months later; the 31st becomes the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  const count = yearOf(day) * 12 + monthNumberOf(day) - 1 + months
  const year = Math.floor(count / 12)
  if (year < 1) return firstDay
  if (year > 9999) return lastDay
  const month = (count % 12) + 1
  return dayText(year, month, Math.min(Number(day.slice(8)), daysInMonth(year, month)))
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: string): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7
}

const zones = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = zones.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  zones.set(zone, made)
  return made
}

/** The calendar day of an instant in a time zone (an IANA name), written YYYY-MM-DD. */
export function dayIn(instant: Date, zone: string): string {
  const found = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  return `${(found.year ?? '').padStart(4, '0')}-${found.month}-${found.day}`
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds of whole seconds. */
function zoneAhead(instant: number, zone: string): number {
  const day = dayIn(new Date(instant), zone)
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium', hourCycle: 'h23' })
  return Date.parse(`${day}T${time.format(new Date(instant))}Z`) - Math.floor(instant / 1000) * 1000
}

/** The last millisecond of a day (YYYY-MM-DD) where clocks stand as in that zone. */
export function dayEndIn(day: string, zone: string): Date {
  const midnight = Date.parse(`${addDays(day, 1)}T00:00:00Z`)
  const near = midnight - zoneAhead(midnight, zone)
  return new Date(midnight - zoneAhead(near, zone) - 1)
}
