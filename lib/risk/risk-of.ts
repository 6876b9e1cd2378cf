import type { Situation } from '@/lib/situations/situations'
import type { Risk } from './risks'

const returnedRecentlyDays = 180
const releasedRecentlyDays = 365

export type RiskFacts = { situation: Situation; sinceDays: number }

const levels: Record<Situation, (sinceDays: number) => Risk> = {
  UNVERIFIED: () => 'R2',
  HIDING: () => 'R1',
  MOVING: () => 'R2',
  DET_TRANSIT: () => 'R3',
  IMMINENT_RETURN: () => 'R4',
  RETURNED: (days) => (days < returnedRecentlyDays ? 'R3' : 'R2'),
  DET_ORIGIN: () => 'R3',
  REL_TRANSIT: () => 'R2',
  REL_ORIGIN: (days) => (days > releasedRecentlyDays ? 'R1' : 'R2'),
  MISSING: () => 'R2',
  SHELTERED: () => 'R1',
  RESETTLED: () => 'R0',
  DECEASED: () => 'R0',
}

/**
 * The base level of risk of a person in a situation for so many days (`daysSince` counts them, the fewest it can be).
 * The same facts always give the same level. Where the field's own scale is silent the more cautious neighbour holds:
 * what is not assessed yet, a fresh release and a return gone quiet count as elevated.
 */
export function riskOf({ situation, sinceDays }: RiskFacts): Risk {
  return levels[situation](sinceDays)
}

/** The days after which a situation that goes on counts otherwise. */
export function turningDays(situation: Situation): number[] {
  if (situation === 'RETURNED') return [returnedRecentlyDays]
  return situation === 'REL_ORIGIN' ? [releasedRecentlyDays + 1] : []
}
