import fc from 'fast-check'
import { expect, test } from 'vitest'
import { riskOf } from '@/lib/risk/risk-of'
import { risks } from '@/lib/risk/risks'
import { situations } from '@/lib/situations/situations'

test.each([
  ['IMMINENT_RETURN', 0, 'R4'],
  ['DET_TRANSIT', 500, 'R3'],
  ['RETURNED', 179, 'R3'],
  ['RETURNED', 180, 'R2'],
  ['DET_ORIGIN', 4000, 'R3'],
  ['MOVING', 0, 'R2'],
  ['MISSING', 4000, 'R2'],
  ['HIDING', 0, 'R1'],
  ['REL_ORIGIN', 365, 'R2'],
  ['REL_ORIGIN', 366, 'R1'],
  ['RESETTLED', 0, 'R0'],
] as const)('%s for %i days is %s', (situation, sinceDays, risk) => {
  expect(riskOf({ situation, sinceDays })).toBe(risk)
})

test('the same facts give the same level, and in one situation danger never grows with mere time', () => {
  fc.assert(
    fc.property(fc.constantFrom(...situations), fc.nat(9999), fc.nat(9999), (situation, days, more) => {
      const first = risks.indexOf(riskOf({ situation, sinceDays: days }))
      expect(risks.indexOf(riskOf({ situation, sinceDays: days }))).toBe(first)
      expect(risks.indexOf(riskOf({ situation, sinceDays: days + more }))).toBeLessThanOrEqual(first)
    }),
  )
})
