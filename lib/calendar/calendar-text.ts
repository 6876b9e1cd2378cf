export type CalendarDay = { day: string; summary: string }

export type Calendar = {
  /** Set apart the events of two calendars that one person subscribes to. */
  key: string
  made: Date
  days: readonly CalendarDay[]
}

const lineBytesMax = 75

const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

/** A line longer than 75 octets goes on in the next, after a blank, and no character is cut. */
function folded(line: string): string {
  const lines = ['']
  for (const character of line) {
    const last = lines.at(-1) ?? ''
    const isFull = Buffer.byteLength(last + character) > lineBytesMax
    if (isFull) lines.push(` ${character}`)
    else lines[lines.length - 1] = last + character
  }
  return lines.join('\r\n')
}

const plainDay = (day: string) => day.replaceAll('-', '')

function event({ key, made }: Calendar, { day, summary }: CalendarDay): string[] {
  const stamp = made.toISOString().replace(/[-:]|\.\d+/g, '')
  return [
    'BEGIN:VEVENT',
    `UID:${plainDay(day)}-${key}@vigil.invalid`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plainDay(day)}`,
    `SUMMARY:${escaped(summary)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** One event that fills each day (YYYY-MM-DD), as an iCalendar object (RFC 5545). */
export function calendarText(calendar: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vigil//Vigil//EN',
    ...calendar.days.flatMap((day) => event(calendar, day)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
