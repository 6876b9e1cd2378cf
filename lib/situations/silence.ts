import type { Situation } from './situations'

const limits: Record<Situation, number | null> = {
  UNVERIFIED: 7,
  HIDING: 30,
  MOVING: 3,
  DET_TRANSIT: 14,
  IMMINENT_RETURN: 1,
  RETURNED: 90,
  DET_ORIGIN: 180,
  REL_TRANSIT: 14,
  REL_ORIGIN: 90,
  MISSING: null,
  SHELTERED: 30,
  RESETTLED: 365,
  DECEASED: null,
}

/** The whole days that may pass without a word of the person before somebody must look; null where silence tells nothing new. */
export function silenceLimitDays(situation: Situation): number | null {
  return limits[situation]
}

export type SilenceClock = { daysSilent: number; limitDays: number | null; daysLeft: number | null; isOver: boolean }

/**
 * Where the clock of silence stands after so many days: `daysLeft` is never below zero, null where no clock runs; it is
 * over once more days have passed than the situation allows.
 */
export function silenceClock(situation: Situation, daysSilent: number): SilenceClock {
  const limitDays = silenceLimitDays(situation)
  if (limitDays === null) return { daysSilent, limitDays, daysLeft: null, isOver: false }
  return { daysSilent, limitDays, daysLeft: Math.max(0, limitDays - daysSilent), isOver: daysSilent > limitDays }
}
