import { describe, expect, test } from 'vitest'
import { fromEdtf } from '@/lib/dates/from-edtf'
import type { SituationEntry } from '@/lib/situations/current-situation'
import { expectedReturn, returnClock, returnDayOf, returnDueAt } from '@/lib/situations/expected-return'
import type { Situation } from '@/lib/situations/situations'

type Told = [id: string, at: string, when: string | null, situation?: Situation, correctionOf?: string]

const entries = (...told: Told[]): SituationEntry[] =>
  told.map(([id, at, when, situation = 'IMMINENT_RETURN', correctionOf]) => ({
    id,
    situation,
    valid: when === null ? null : fromEdtf(when),
    recordedAt: new Date(`${at}T10:00:00Z`),
    correctionOf: correctionOf ?? null,
  }))

const expectedOf = (...told: Told[]) => {
  const found = expectedReturn(entries(...told))
  return found && `${found.entry.id} ${found.day}`
}

describe('a return is expected', () => {
  test.each([
    ['2026-12-03', '2026-12-03'],
    ['2026-12-03~', '2026-12-03'],
    ['2026-12-04/2026-12-09', '2026-12-04'],
    ['2027-01', '2027-01-01'],
    ['2026-12-05/..', '2026-12-05'],
    ['../2026-12-05', '2026-12-05'],
  ])('on the first day that %s can be', (when, day) => {
    expect(expectedOf(['a', '2026-12-01', when])).toBe(`a ${day}`)
  })

  test.each([['2026-12-01'], ['2026-11'], ['2026-12'], ['2026'], [null]])(
    'on no day where %s did not lie ahead when it was written down',
    (when) => {
      expect(expectedOf(['a', '2026-12-01', when])).toBe(null)
    },
  )

  test('on the day that was said last, and a voice without a day takes none away', () => {
    const first: Told = ['a', '2026-12-01', '2026-12-03']
    expect(expectedOf(first, ['b', '2026-12-02', '2026-12-05'])).toBe('b 2026-12-05')
    expect(expectedOf(first, ['b', '2026-12-02', null])).toBe('a 2026-12-03')
  })

  test('no more once something else is recorded, or the plan itself is corrected', () => {
    const first: Told = ['a', '2026-12-01', '2026-12-03']
    expect(expectedOf(first, ['b', '2026-12-04', '2026-12-03', 'RETURNED'])).toBe(null)
    expect(expectedOf(first, ['b', '2026-12-04', '2026-12-04', 'DET_TRANSIT'])).toBe(null)
    expect(expectedOf(first, ['b', '2026-12-02', null, 'IMMINENT_RETURN', 'a'])).toBe(null)
    expect(expectedOf(first, ['b', '2026-12-06', '2026-12-05', 'IMMINENT_RETURN', 'a'])).toBe('b 2026-12-05')
  })
})

test('its clock counts the days to the first it can come on, then waits for the last, then counts from there', () => {
  const week = { day: '2026-12-03', last: '2026-12-09' }
  const at = (today: string, of: Parameters<typeof returnClock>[0] = week) => Object.values(returnClock(of, today))
  expect(at('2026-12-01')).toEqual(['ahead', 2])
  expect(at('2026-12-03')).toEqual(['ahead', 0])
  expect(at('2026-12-04')).toEqual(['open', 1])
  expect(at('2026-12-09')).toEqual(['open', 6])
  expect(at('2026-12-11')).toEqual(['past', 2])
  expect(at('2027-12-11', { day: '2026-12-03', last: null })).toEqual(['open', 373])
})

test('the instant its clock runs out tells the day again, in any zone where people wait for it', () => {
  const due = returnDueAt('2026-12-03')
  expect(returnDayOf(due)).toBe('2026-12-03')
  const days = ['Pacific/Honolulu', 'America/New_York', 'Asia/Seoul', 'Asia/Vladivostok'].map((timeZone) =>
    new Intl.DateTimeFormat('en-CA', { timeZone }).format(due),
  )
  expect(days).toEqual(days.map(() => '2026-12-03'))
})
