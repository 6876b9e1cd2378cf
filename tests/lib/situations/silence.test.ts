import fc from 'fast-check'
import { expect, test } from 'vitest'
import { silenceClock, silenceLimitDays } from '@/lib/situations/silence'
import { situations } from '@/lib/situations/situations'

test('the nearer the danger, the sooner silence is somebody’s business', () => {
  expect(silenceLimitDays('IMMINENT_RETURN')).toBe(1)
  expect(silenceLimitDays('MOVING')).toBe(3)
  expect(silenceLimitDays('HIDING')).toBe(30)
  expect(silenceLimitDays('RETURNED')).toBe(90)
})

test('no clock of silence runs for the missing and the dead', () => {
  for (const situation of ['MISSING', 'DECEASED'] as const) {
    expect(silenceClock(situation, 4000)).toEqual({ daysSilent: 4000, limitDays: null, daysLeft: null, isOver: false })
  }
})

test('the clock is over from the day after its last one, and the days left never fall below zero', () => {
  const days = fc.nat({ max: 5000 })
  fc.assert(
    fc.property(fc.constantFrom(...situations), days, (situation, daysSilent) => {
      const { limitDays, daysLeft, isOver } = silenceClock(situation, daysSilent)
      expect(isOver).toBe(limitDays !== null && daysSilent > limitDays)
      if (limitDays !== null) expect(daysLeft).toBe(Math.max(0, limitDays - daysSilent))
    }),
  )
})
