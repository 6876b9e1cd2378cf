import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type NextAttempt,
  type PastAttempt,
  admitAttempt,
  attemptsPerWeek,
  failuresInWeek,
  nextTryFrom,
} from '@/lib/contacts/admit-attempt'
import { attemptTime, hourText } from '@/lib/contacts/attempt-time'
import type { SafeWindow } from '@/lib/contacts/safe-window'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { channelStates, contactDirections, contactOutcomes } from '@/lib/people/channels'

const day = 86_400_000
const noon = new Date('2026-11-23T12:00:00Z')
const daysBefore = (days: number) => new Date(noon.getTime() - days * day)
const failed = (days: number): PastAttempt => ({
  instant: daysBefore(days),
  direction: 'outgoing',
  outcome: 'no_answer',
})
const next = (given: Partial<NextAttempt> = {}): NextAttempt => ({
  instant: noon,
  isExact: true,
  direction: 'outgoing',
  outcome: 'no_answer',
  isCoordinator: false,
  ...given,
})
const open = { state: 'working' as const, window: null, before: [] }

test('nobody is called through a channel that was closed, whatever the reason; a call from it is recorded', () => {
  for (const state of ['compromised', 'do_not_use'] as const) {
    const said = next({ reason: 'I must', isCoordinator: true })
    expect(admitAttempt(said, { ...open, state })).toEqual({ channelId: 'frozen-channel' })
    expect(admitAttempt(next({ direction: 'incoming' }), { ...open, state })).toEqual({})
  }
})

test('three tries in a week that found nobody are enough: the fourth is for a coordinator, with a reason', () => {
  const history = { ...open, before: [failed(6), failed(4), failed(2)] }
  expect(admitAttempt(next({ reason: 'I must' }), history)).toEqual({ channelId: 'attempt-cap' })
  expect(admitAttempt(next({ isCoordinator: true }), history)).toEqual({ outsideReason: 'attempt-cap' })
  expect(admitAttempt(next({ isCoordinator: true, reason: 'transport tomorrow' }), history)).toEqual({})
  expect(admitAttempt(next(), { ...open, before: [failed(8), failed(4), failed(2)] })).toEqual({})
})

test('a fourth try that reached somebody is not lost: it is recorded with a reason', () => {
  const history = { ...open, before: [failed(6), failed(4), failed(2)] }
  expect(admitAttempt(next({ outcome: 'reached' }), history)).toEqual({ outsideReason: 'attempt-cap' })
  expect(admitAttempt(next({ outcome: 'reached', reason: 'rang by mistake' }), history)).toEqual({})
})

test('somebody reached in between begins the count anew', () => {
  const reached = { instant: daysBefore(3), direction: 'incoming' as const, outcome: 'reached' as const }
  expect(admitAttempt(next(), { ...open, before: [failed(6), failed(4), reached, failed(2)] })).toEqual({})
})

test('a try within a day of one that failed needs a reason', () => {
  const history = { ...open, before: [failed(0.5)] }
  expect(admitAttempt(next(), history)).toEqual({ outsideReason: 'cooling-off' })
  expect(admitAttempt(next({ reason: 'she asked for it' }), history)).toEqual({})
  expect(admitAttempt(next(), { ...open, before: [failed(1)] })).toEqual({})
})

test('a call outside the safe times needs a reason, and an hour to be judged by', () => {
  const window: SafeWindow = { days: ['mon'], from: '22:00', until: '23:00', zone: 'Asia/Shanghai' }
  expect(admitAttempt(next(), { ...open, window })).toEqual({ outsideReason: 'outside-window' })
  expect(admitAttempt(next({ reason: 'danger' }), { ...open, window })).toEqual({})
  expect(admitAttempt(next({ instant: new Date('2026-11-23T14:30:00Z') }), { ...open, window })).toEqual({})
  expect(admitAttempt(next({ isExact: false }), { ...open, window })).toEqual({ hour: 'hour-needed' })
  expect(admitAttempt(next({ instant: null, isExact: false }), { ...open, window })).toEqual({})
})

test('the next try is told before it is made: a day after the last, a week after the third', () => {
  expect(nextTryFrom([], noon)).toBeNull()
  expect(nextTryFrom([failed(2)], noon)).toBeNull()
  expect(nextTryFrom([failed(0.5)], noon)).toEqual(daysBefore(-0.5))
  expect(nextTryFrom([failed(6), failed(4), failed(2)], noon)).toEqual(daysBefore(-1))
})

const attempts = fc.array(
  fc.record({
    instant: fc.option(
      fc.integer({ min: -20 * 24, max: 48 }).map((hours) => new Date(noon.getTime() + hours * 3_600_000)),
    ),
    direction: fc.constantFrom(...contactDirections),
    outcome: fc.constantFrom(...contactOutcomes),
  }),
  { maxLength: 12 },
)

test('however tries are made, no caseworker records a fourth failure within seven days', () => {
  fc.assert(
    fc.property(attempts, (wanted) => {
      const ordered = wanted.toSorted((a, b) => (a.instant?.getTime() ?? 0) - (b.instant?.getTime() ?? 0))
      const log: PastAttempt[] = []
      for (const one of ordered) {
        const asked = next({ ...one, reason: 'because' })
        if (Object.keys(admitAttempt(asked, { ...open, before: log })).length === 0) log.push(one)
      }
      for (const { instant } of log)
        if (instant) expect(failuresInWeek(log, instant).length).toBeLessThanOrEqual(attemptsPerWeek)
    }),
  )
})

test('whoever calls in is always recorded, and a try at the time that was told is admitted', () => {
  fc.assert(
    fc.property(attempts, fc.constantFrom(...channelStates), (before, state) => {
      expect(admitAttempt(next({ direction: 'incoming' }), { ...open, state, before })).toEqual({})
      const from = nextTryFrom(before, noon)
      const later = before.filter(({ instant }) => instant === null || instant <= noon)
      if (from) expect(admitAttempt(next({ instant: from }), { ...open, before: later })).toEqual({})
    }),
  )
})

test('the hour is that of the clock it was read from; without one the day alone is known', () => {
  const at = fromEdtf('2026-11-23')
  const seen = attemptTime(at, hourText('21:30', 'Asia/Seoul'))
  expect(seen).toEqual({ instant: new Date('2026-11-23T12:30:00Z'), isExact: true })
  expect(attemptTime(at, null)).toEqual({ instant: noon, isExact: false })
  expect(attemptTime(fromEdtf('2026-11'), null)).toBeNull()
})
