import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RiskFactor, riskFactors } from '@/lib/risk/risk-factors'
import { type RiskFacts, noGround, plainRisk, riskPlan } from '@/lib/risk/risk-plan'
import { risks } from '@/lib/risk/risks'
import { situations } from '@/lib/situations/situations'

const now = new Date('2024-06-15T12:00:00Z')
const day = 86_400_000
const daysAgo = (days: number) => new Date(now.getTime() - days * day).toISOString().slice(0, 10)

const planOf = (facts: Partial<RiskFacts>) =>
  riskPlan({ situation: 'HIDING', since: daysAgo(10), ...noGround, ...facts }, now)
const levelOf = (facts: Partial<RiskFacts>) => planOf(facts).risk
const reasonsOf = (facts: Partial<RiskFacts>) => planOf(facts).reasons.map(({ because }) => because)

test.each([
  ['DET_TRANSIT', 'transport_notice', 'R4'],
  ['DET_TRANSIT', 'border_mass_return', 'R4'],
  ['DET_ORIGIN', 'medical_need_in_custody', 'R4'],
  ['DET_ORIGIN', 'border_mass_return', 'R3'],
  ['REL_ORIGIN', 'medical_need_in_custody', 'R2'],
  ['HIDING', 'associate_arrested', 'R2'],
  ['HIDING', 'household_check', 'R2'],
  ['MOVING', 'household_check', 'R2'],
  ['HIDING', 'church_contact', 'R2'],
  ['DET_TRANSIT', 'previous_return', 'R4'],
  ['IMMINENT_RETURN', 'pregnant', 'R4'],
  ['RESETTLED', 'publicly_named', 'R1'],
  ['DECEASED', 'transport_notice', 'R0'],
] as const)('%s with %s is %s', (situation, factor, risk) => {
  expect(levelOf({ situation, factors: [factor] })).toBe(risk)
})

test('a compromised channel raises those in hiding, and nobody else', () => {
  expect(levelOf({ isChannelCompromised: true })).toBe('R2')
  expect(levelOf({ situation: 'DET_ORIGIN', isChannelCompromised: true })).toBe('R3')
  expect(reasonsOf({ situation: 'DET_ORIGIN', isChannelCompromised: true })).toEqual(['situation'])
})

test('aggravators raise the level by one step, however many there are', () => {
  const factors: RiskFactor[] = ['rok_bound', 'previous_return', 'relatives_identified']
  expect(levelOf({ factors })).toBe('R2')
  expect(reasonsOf({ factors })).toEqual(['situation', ...factors])
  expect(levelOf({ factors: ['associate_arrested', ...factors] })).toBe('R3')
})

test('a return counts as fresh for 180 days, and the day on which that ends is known', () => {
  const fresh = planOf({ situation: 'RETURNED', since: '2024-01-01' })
  expect(fresh).toMatchObject({ risk: 'R3', then: 'R2', until: new Date('2024-06-29T00:00:00Z') })
  expect(planOf({ situation: 'RETURNED', since: '2023-12-01' })).toMatchObject({ risk: 'R2', then: null, until: null })
  const watched = planOf({ situation: 'REL_ORIGIN', since: '2024-01-01' })
  expect(watched).toMatchObject({ risk: 'R2', then: 'R1', until: new Date('2025-01-01T00:00:00Z') })
})

test('a critical sign outlasts the days, so that no change is announced', () => {
  const held = planOf({ situation: 'RETURNED', since: '2024-01-01', factors: ['transport_notice'] })
  expect(held).toMatchObject({ risk: 'R4', then: null, until: null })
})

test('an override holds until it ends, in either direction; then the facts count again', () => {
  const until = new Date(now.getTime() + 7 * day)
  expect(planOf({ override: { risk: 'R4', until } })).toMatchObject({ risk: 'R4', then: 'R1', until })
  expect(planOf({ situation: 'DET_TRANSIT', override: { risk: 'R1', until } })).toMatchObject({
    risk: 'R1',
    then: 'R3',
  })
  expect(planOf({ override: { risk: 'R4', until: now } })).toMatchObject({ risk: 'R1', then: null })
  expect(plainRisk({ situation: 'HIDING', since: '2024', ...noGround, override: { risk: 'R4', until } }, now)).toBe(
    'R1',
  )
})

const someFacts: fc.Arbitrary<RiskFacts> = fc.record({
  situation: fc.constantFrom(...situations),
  since: fc.integer({ min: 0, max: 900 }).map(daysAgo),
  factors: fc.subarray([...riskFactors]),
  isChannelCompromised: fc.boolean(),
  override: fc.option(
    fc.record({
      risk: fc.constantFrom(...risks),
      until: fc.integer({ min: -40, max: 40 }).map((days) => new Date(now.getTime() + days * day)),
    }),
  ),
})

test('the plan is what the same facts give at the moment it names, and nothing changes before it', () => {
  fc.assert(
    fc.property(someFacts, fc.integer({ min: 0, max: 400 }), (facts, days) => {
      const plan = riskPlan(facts, now)
      expect(riskPlan(facts, now)).toEqual(plan)
      expect(plan.reasons.at(-1)?.risk).toBe(plan.risk)
      const later = new Date(now.getTime() + days * day)
      if (plan.until === null || later < plan.until) expect(riskPlan(facts, later).risk).toBe(plan.risk)
      if (plan.until !== null) expect(riskPlan(facts, plan.until).risk).toBe(plan.then)
    }),
  )
})

test('one more fact never lowers the level that the facts give', () => {
  fc.assert(
    fc.property(someFacts, fc.constantFrom(...riskFactors), (facts, factor) => {
      const more = { ...facts, factors: [...new Set([...facts.factors, factor])] }
      expect(risks.indexOf(plainRisk(more, now))).toBeGreaterThanOrEqual(risks.indexOf(plainRisk(facts, now)))
    }),
  )
})
