import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn } from '@/lib/dates/calendar'
import { hourIn, instantAt } from '@/lib/dates/instant-at'

test.each([
  ['Asia/Seoul', '2026-11-24', 9, '2026-11-24T00:00:00.000Z'],
  ['UTC', '2026-11-24', 9, '2026-11-24T09:00:00.000Z'],
  ['Europe/Berlin', '2026-07-01', 0, '2026-06-30T22:00:00.000Z'],
  ['America/New_York', '2026-12-31', 23, '2027-01-01T04:00:00.000Z'],
  ['Asia/Kathmandu', '2026-11-24', 9, '2026-11-24T03:15:00.000Z'],
])('in %s the clocks show %s, %i o’clock at %s', (...[zone, day, hour, iso]) => {
  expect(instantAt({ day, hour, zone }).toISOString()).toBe(iso)
})

test('an hour that the clocks skip is the one after it', () => {
  const skipped = instantAt({ day: '2026-03-29', hour: 2, zone: 'Europe/Berlin' })
  expect([dayIn(skipped, 'Europe/Berlin'), hourIn(skipped, 'Europe/Berlin')]).toEqual(['2026-03-29', 3])
})

test('the clocks of any zone show the day and hour that was asked for, but where they skip it', () => {
  const zones = ['Asia/Seoul', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kolkata', 'UTC']
  const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.constantFrom(...zones), days, fc.integer({ min: 4, max: 23 }), (zone, date, hour) => {
      const day = date.toISOString().slice(0, 10)
      const at = instantAt({ day, hour, zone })
      expect([dayIn(at, zone), hourIn(at, zone)]).toEqual([day, hour])
    }),
  )
})
