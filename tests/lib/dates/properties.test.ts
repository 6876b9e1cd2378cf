import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, dayIn, dayNumber, daysInMonth, weekdayOf } from '@/lib/dates/calendar'
import { certainlyBefore, contains, daysSince, isFuture, overlaps } from '@/lib/dates/compare'
import { fromEdtf, readEdtf } from '@/lib/dates/from-edtf'
import { monthOf } from '@/lib/dates/month-of'
import { parsePartialDate } from '@/lib/dates/parse-partial-date'
import { presentPartialDate } from '@/lib/dates/present-partial-date'
import { locales } from '@/lib/words/locales'

const qualifier = fc.constantFrom('', '~', '?', '%')
const year = fc.integer({ min: 1, max: 9999 }).map((number) => String(number).padStart(4, '0'))
const twoDigits = (number: number) => String(number).padStart(2, '0')
const day = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .filter(([y, m, d]) => d <= daysInMonth(Number(y), m))
  .map(([y, m, d]) => `${y}-${twoDigits(m)}-${twoDigits(d)}`)
const bare = fc.oneof(
  day,
  year,
  day.map((text) => text.slice(0, 7)),
  day.map((text) => `${text.slice(0, 7)}-XX`),
  year.map((text) => `${text}-XX`),
  year.map((text) => `${text}-XX-XX`),
  fc.integer({ min: 1, max: 999 }).map((number) => `${String(number).padStart(3, '0')}X`),
  fc.integer({ min: 1, max: 99 }).map((number) => `${twoDigits(number)}XX`),
  fc.tuple(year, fc.constantFrom('21', '22', '23', '24')).map((parts) => parts.join('-')),
)
const single = fc.tuple(bare, qualifier).map((parts) => parts.join(''))
const interval = fc
  .tuple(fc.oneof(single, fc.constantFrom('..', '')), fc.oneof(single, fc.constantFrom('..', '')))
  .map((ends) => ends.join('/'))
  .filter((text) => readEdtf(text).ok)
const edtf = fc.oneof(single, single, interval)
const date = edtf.map(fromEdtf)

test('what is written from a date reads back as the same date', () => {
  fc.assert(
    fc.property(edtf, (text) => {
      expect(fromEdtf(text).edtf).toBe(text)
    }),
  )
})

test('the words shown for a date, in either language, are read back as the same date', () => {
  fc.assert(
    fc.property(date, fc.constantFrom(...locales), (one, locale) => {
      expect(parsePartialDate(presentPartialDate(one, locale))).toEqual({ ok: true, value: one })
    }),
    { numRuns: 2000 },
  )
})

test('a date begins no later than it ends, and contains both its ends', () => {
  fc.assert(
    fc.property(date, (one) => {
      if (one.from !== null && one.to !== null) expect(one.from <= one.to).toBe(true)
      if (one.from !== null) expect(contains(one, one.from)).toBe(true)
      if (one.to !== null) expect(contains(one, one.to)).toBe(true)
    }),
  )
})

test('an exact day lies in its month, its year and its decade, and not in the next one', () => {
  fc.assert(
    fc.property(day, (text) => {
      for (const wider of [text.slice(0, 7), text.slice(0, 4)]) {
        expect(contains(fromEdtf(wider), text)).toBe(true)
        const end = fromEdtf(wider).to ?? ''
        if (end !== '9999-12-31') expect(contains(fromEdtf(wider), addDays(end, 1))).toBe(false)
      }
    }),
  )
})

test('two dates that share a day overlap, and overlapping is mutual', () => {
  fc.assert(
    fc.property(date, date, day, (a, b, text) => {
      if (contains(a, text) && contains(b, text)) expect(overlaps(a, b)).toBe(true)
      expect(overlaps(a, b)).toBe(overlaps(b, a))
    }),
  )
})

test('"certainly before" is never circular and carries on', () => {
  fc.assert(
    fc.property(date, date, date, (a, b, c) => {
      expect(certainlyBefore(a, a)).toBe(false)
      if (certainlyBefore(a, b)) expect(certainlyBefore(b, a)).toBe(false)
      if (certainlyBefore(a, b) && certainlyBefore(b, c)) expect(certainlyBefore(a, c)).toBe(true)
    }),
  )
})

test('no text whatever makes the reader throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(parsePartialDate(text, { today: '2023-10-12' })).toHaveProperty('ok')
    }),
  )
  const word = fc.constantFrom(
    '2010',
    '년',
    '4',
    '월',
    '-',
    '/',
    '~',
    '.',
    ' ',
    'about',
    '경',
    'to',
    '주체',
    '112',
    '(',
    ')',
    '?',
    'X',
    '이전',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 9 }), (words) => {
      expect(parsePartialDate(words.join(''))).toHaveProperty('ok')
    }),
  )
})

test('adding days and taking them away again comes back, within the years 1 to 9999', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -5000, max: 5000 }), (text, days) => {
      const moved = addDays(text, days)
      if (moved > '0001-01-01' && moved < '9999-12-31') expect(addDays(moved, -days)).toBe(text)
    }),
  )
})

test('a month later is the same day of the month, or the last of a shorter one', () => {
  expect(addMonths('2023-01-31', 1)).toBe('2023-02-28')
  expect(addMonths('2024-02-29', -12)).toBe('2023-02-28')
  expect(addMonths('2023-03-15', -3)).toBe('2022-12-15')
  expect(weekdayOf('2023-10-09')).toBe(1)
  expect(dayNumber('1970-01-02')).toBe(1)
})

test('the day of an instant is that of the zone asked for', () => {
  const night = new Date('2023-10-09T16:30:00Z')
  expect(dayIn(night, 'Asia/Seoul')).toBe('2023-10-10')
  expect(dayIn(night, 'Europe/Berlin')).toBe('2023-10-09')
})

test('an approximate date is taken one step wider when two are compared, an uncertain one is not', () => {
  expect(overlaps(fromEdtf('2010~'), fromEdtf('2011-06'))).toBe(true)
  expect(overlaps(fromEdtf('2010'), fromEdtf('2011-06'))).toBe(false)
  expect(overlaps(fromEdtf('2010?'), fromEdtf('2011-06'))).toBe(false)
  expect(overlaps(fromEdtf('2023-04~'), fromEdtf('2023-06'))).toBe(false)
  expect(overlaps(fromEdtf('2023-05-15~'), fromEdtf('2023-05-18'))).toBe(true)
  expect(overlaps(fromEdtf('2023-03-03'), fromEdtf('2023-03-11'))).toBe(false)
  expect(overlaps(fromEdtf('../2010'), fromEdtf('2009/..'))).toBe(true)
})

test('of an interval, the start says what came first', () => {
  expect(certainlyBefore(fromEdtf('1998/2023'), fromEdtf('2023-04'))).toBe(true)
  expect(certainlyBefore(fromEdtf('2023'), fromEdtf('2023-04'))).toBe(false)
  expect(certainlyBefore(fromEdtf('../2010'), fromEdtf('2011'))).toBe(true)
  expect(certainlyBefore(fromEdtf('2010~'), fromEdtf('2011'))).toBe(false)
})

test('a month is told only where the whole date lies in it', () => {
  expect(monthOf(fromEdtf('2023-10-09'))).toBe('2023-10')
  expect(monthOf(fromEdtf('2023-04~'))).toBe('2023-04')
  expect(monthOf(fromEdtf('2023-04-03/2023-04-09'))).toBe('2023-04')
  expect(monthOf(fromEdtf('2023'))).toBeNull()
  expect(monthOf(fromEdtf('2023-04/..'))).toBeNull()
})

test('days since are counted from the latest day it can have been', () => {
  expect(daysSince(fromEdtf('2023-10-09'), '2023-10-12')).toBe(3)
  expect(daysSince(fromEdtf('2023-04'), '2023-10-12')).toBe(165)
  expect(daysSince(fromEdtf('2023'), '2023-10-12')).toBe(0)
  expect(daysSince(fromEdtf('2023-04/..'), '2023-10-12')).toBe(0)
})

test('a day is future only once it has begun nowhere on earth', () => {
  const now = new Date('2023-10-09T11:00:00Z')
  expect(isFuture(fromEdtf('2023-10-10'), now)).toBe(false)
  expect(isFuture(fromEdtf('2023-10-11'), now)).toBe(true)
  expect(isFuture(fromEdtf('2023'), now)).toBe(false)
  expect(isFuture(fromEdtf('../2030'), now)).toBe(false)
})
