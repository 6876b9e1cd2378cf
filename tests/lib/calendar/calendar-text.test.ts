import { expect, test } from 'vitest'
import { calendarText } from '@/lib/calendar/calendar-text'

const made = new Date('2026-11-23T13:20:00.123Z')
const calendar = (summary: string) => calendarText({ key: 'abc', made, days: [{ day: '2026-11-24', summary }] })

test('a day is one event that fills it, in the form of RFC 5545', () => {
  expect(calendar('3 tasks due').split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vigil//Vigil//EN',
    'BEGIN:VEVENT',
    'UID:20261124-abc@vigil.invalid',
    'DTSTAMP:20261123T132000Z',
    'DTSTART;VALUE=DATE:20261124',
    'SUMMARY:3 tasks due',
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('no line is longer than 75 octets, and unfolding gives the text back with its signs escaped', () => {
  const text = calendar(`a,b;c\\d\ne ${'기한'.repeat(60)}`)
  expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:a\\,b\\;c\\\\d\\ne ${'기한'.repeat(60)}\r\n`)
})
