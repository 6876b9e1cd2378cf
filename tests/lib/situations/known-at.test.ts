import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayEndIn, dayIn } from '@/lib/dates/calendar'
import { currentSituation, standingEntries } from '@/lib/situations/current-situation'
import { knownAt } from '@/lib/situations/known-at'
import { situations } from '@/lib/situations/situations'

const day = 86_400_000
const first = Date.parse('2025-10-01T12:00:00Z')
const onDay = (number: number) => new Date(first + number * day)

const entry = fc.record({
  id: fc.uuid(),
  situation: fc.constantFrom(...situations),
  valid: fc.constant(null),
  recordedAt: fc.integer({ min: 0, max: 20 }).map(onDay),
})
const history = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 10 })
const instant = fc.integer({ min: -1, max: 21 }).map(onDay)

describe('what was known at an instant', () => {
  test('only grows with time, and in the end is everything', () => {
    fc.assert(
      fc.property(history, instant, instant, (entries, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one]
        const [before, after] = [knownAt(entries, earlier), knownAt(entries, later)]
        expect(after).toEqual(expect.arrayContaining(before))
        expect(knownAt(before, later)).toEqual(before)
        expect(knownAt(entries, onDay(21))).toEqual(entries)
      }),
    )
  })

  test('what is recorded afterwards changes nothing of it, not even what it corrects', () => {
    fc.assert(
      fc.property(history, instant, (entries, at) => {
        const before = knownAt(entries, at)
        const correction = { ...entries[0], id: 'later', recordedAt: new Date(at.getTime() + 1) }
        const corrected = [
          ...entries,
          { situation: 'HIDING' as const, valid: null, ...correction, correctionOf: before[0]?.id },
        ]
        expect(knownAt(corrected, at)).toEqual(before)
        expect(currentSituation(knownAt(corrected, at))).toEqual(currentSituation(before))
        expect(standingEntries(knownAt(corrected, at))).toEqual(before)
      }),
    )
  })
})

describe('the end of a day where the reader is', () => {
  test.each([
    ['2025-10-10', 'Asia/Seoul', '2025-10-10T14:59:59.999Z'],
    ['2025-10-10', 'UTC', '2025-10-10T23:59:59.999Z'],
    ['2025-10-26', 'Europe/Berlin', '2025-10-26T22:59:59.999Z'],
    ['2025-03-30', 'Europe/Berlin', '2025-03-30T21:59:59.999Z'],
    ['2025-10-10', 'America/Los_Angeles', '2025-10-11T06:59:59.999Z'],
  ])('%s in %s ends at %s', (date, zone, end) => {
    expect(dayEndIn(date, zone).toISOString()).toBe(end)
  })

  test('the instant after it is the next day there', () => {
    const zones = ['Asia/Seoul', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati']
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.constantFrom(...zones), (days, zone) => {
        const date = new Date(Date.UTC(2020, 0, 1) + days * day).toISOString().slice(0, 10)
        const end = dayEndIn(date, zone)
        expect(dayIn(end, zone)).toBe(date)
        expect(dayIn(new Date(end.getTime() + 1), zone)).not.toBe(date)
      }),
    )
  })
})
