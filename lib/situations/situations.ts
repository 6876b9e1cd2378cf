/** Where a person stands in the life-cycle of refoulement; the word for a file is derived from its entries. */
export const situations = [
  'UNVERIFIED',
  'HIDING',
  'MOVING',
  'DET_TRANSIT',
  'IMMINENT_RETURN',
  'RETURNED',
  'DET_ORIGIN',
  'REL_TRANSIT',
  'REL_ORIGIN',
  'MISSING',
  'SHELTERED',
  'RESETTLED',
  'DECEASED',
] as const
export type Situation = (typeof situations)[number]

const reviewHours: Record<Situation, number | null> = {
  UNVERIFIED: 48,
  HIDING: 720,
  MOVING: 48,
  DET_TRANSIT: 168,
  IMMINENT_RETURN: 12,
  RETURNED: 336,
  DET_ORIGIN: 1440,
  REL_TRANSIT: 168,
  REL_ORIGIN: 2160,
  MISSING: 2160,
  SHELTERED: 336,
  RESETTLED: 8760,
  DECEASED: null,
}

/** The most hours a file in this situation may go without a look at it; null where no clock runs any more. */
export function silenceDue(situation: Situation): number | null {
  return reviewHours[situation]
}

/** When a file last looked at then must be looked at again. */
export function nextReviewAt(situation: Situation, lookedAt: Date): Date | null {
  const hours = silenceDue(situation)
  return hours === null ? null : new Date(lookedAt.getTime() + hours * 3_600_000)
}
