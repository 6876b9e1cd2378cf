import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SafeWindow, safeWindowFrom, weekdays, windowState } from '@/lib/contacts/safe-window'
import { weekdayOf } from '@/lib/dates/calendar'
import { instantOf, wallTime } from '@/lib/dates/wall-time'

const everyDay = [...weekdays]
const evenings: SafeWindow = { days: everyDay, from: '20:00', until: '22:00', zone: 'Asia/Shanghai' }
const at = (iso: string) => new Date(iso)

test('a window is read on the clocks of the contact, wherever the worker is', () => {
  expect(windowState(evenings, at('2026-11-23T12:30:00Z')).isOpen).toBe(true)
  expect(windowState(evenings, at('2026-11-23T11:59:00Z'))).toMatchObject({
    isOpen: false,
    changes: at('2026-11-23T12:00:00Z'),
  })
  expect(windowState(evenings, at('2026-11-23T14:00:00Z')).isOpen).toBe(false)
})

test('a window that runs past midnight belongs to the day on which it opens', () => {
  const late: SafeWindow = { days: ['fri'], from: '23:00', until: '01:30', zone: 'Asia/Seoul' }
  expect(windowState(late, at('2026-11-27T15:00:00Z')).isOpen).toBe(true)
  expect(windowState(late, at('2026-11-27T16:30:00Z')).isOpen).toBe(false)
  expect(windowState(late, at('2026-11-26T15:00:00Z'))).toMatchObject({
    isOpen: false,
    changes: at('2026-11-27T14:00:00Z'),
  })
})

test('a window from an hour to the same hour is the whole day, and days that touch are one opening', () => {
  const always: SafeWindow = { days: everyDay, from: '00:00', until: '00:00', zone: 'Asia/Seoul' }
  const { isOpen, changes } = windowState(always, at('2026-11-23T12:00:00Z'))
  expect(isOpen).toBe(true)
  expect(changes.getTime()).toBeGreaterThan(at('2026-11-30T00:00:00Z').getTime())
})

test('when the clocks go forward or back the window keeps to what they show', () => {
  const mornings: SafeWindow = { days: everyDay, from: '01:30', until: '03:30', zone: 'Europe/Berlin' }
  const minutes = (day: string) => {
    const { opening } = windowState(mornings, at(`${day}T00:00:00Z`))
    return (opening.closes.getTime() - opening.opens.getTime()) / 60_000
  }
  expect(minutes('2026-03-28')).toBe(120)
  expect(minutes('2026-03-29')).toBe(60)
  expect(minutes('2026-10-25')).toBe(180)
})

test('a time the clocks skip lies behind the gap, one they show twice is the first', () => {
  expect(instantOf({ day: '2026-03-29', time: '02:30' }, 'Europe/Berlin')).toEqual(at('2026-03-29T01:30:00Z'))
  expect(instantOf({ day: '2026-10-25', time: '02:30' }, 'Europe/Berlin')).toEqual(at('2026-10-25T00:30:00Z'))
  expect(instantOf({ day: '2026-07-01', time: '12:00' }, 'Asia/Pyongyang')).toEqual(at('2026-07-01T03:00:00Z'))
})

const zones = fc.constantFrom('Asia/Shanghai', 'Asia/Pyongyang', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu')
const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) }).map((ms) => new Date(ms))
const clock = fc
  .record({ hour: fc.nat({ max: 23 }), minute: fc.nat({ max: 59 }) })
  .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
const windows = fc.record({
  days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
  from: clock,
  until: clock,
  zone: zones,
})

test('what a clock shows leads back to its minute, but where it is shown twice', () => {
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const minute = new Date(Math.floor(instant.getTime() / 60_000) * 60_000)
      const back = instantOf(wallTime(minute, zone), zone)
      expect([0, 3_600_000]).toContain(minute.getTime() - back.getTime())
      expect(wallTime(back, zone)).toEqual(wallTime(minute, zone))
    }),
  )
})

test('open is what the clocks of the contact say, on every day that does not change its clocks', () => {
  fc.assert(
    fc.property(windows, instants, (window, instant) => {
      const { day, time } = wallTime(instant, window.zone)
      const hours = [-36, 36].map((h) => wallTime(new Date(instant.getTime() + h * 3_600_000), window.zone).time)
      fc.pre(hours[0] === hours[1])
      const name = (days: number) => weekdays[(weekdayOf(day) + 6 + days) % 7] ?? 'mon'
      const crosses = window.until <= window.from
      const today = window.days.includes(name(0)) && time >= window.from && (crosses || time < window.until)
      const fromYesterday = crosses && window.days.includes(name(6)) && time < window.until
      const state = windowState(window, instant)
      expect(state.isOpen).toBe(today || fromYesterday)
      expect(state.changes > instant).toBe(true)
    }),
  )
})

test('a window is stored as text and read back, and nothing else is taken for one', () => {
  expect(safeWindowFrom(JSON.stringify(evenings))).toEqual(evenings)
  expect(safeWindowFrom(null)).toBeNull()
  expect(() => safeWindowFrom('{"days":[]}')).toThrow()
  expect(() => safeWindowFrom(JSON.stringify({ ...evenings, zone: 'Mars/Base' }))).toThrow()
})
