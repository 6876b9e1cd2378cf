import { situations, type Situation } from './situations'

/** `gap`: it skips a stage that should have been seen, so it needs a reason; `impossible`: only as a correction. */
export type Transition = 'allowed' | 'gap' | 'impossible'

type Next = { allowed: readonly Situation[]; gap?: readonly Situation[] }

const transitions: Partial<Record<Situation, Next>> = {
  HIDING: { allowed: ['MOVING', 'DET_TRANSIT', 'SHELTERED', 'MISSING', 'DECEASED'], gap: ['RETURNED', 'RESETTLED'] },
  MOVING: {
    allowed: ['HIDING', 'DET_TRANSIT', 'SHELTERED', 'RESETTLED', 'MISSING', 'DECEASED'],
    gap: ['RETURNED'],
  },
  DET_TRANSIT: { allowed: ['IMMINENT_RETURN', 'RETURNED', 'REL_TRANSIT', 'SHELTERED', 'MISSING', 'DECEASED'] },
  IMMINENT_RETURN: { allowed: ['RETURNED', 'DET_TRANSIT', 'REL_TRANSIT', 'SHELTERED', 'MISSING', 'DECEASED'] },
  RETURNED: { allowed: ['DET_ORIGIN', 'MISSING', 'REL_ORIGIN', 'DECEASED'] },
  DET_ORIGIN: { allowed: ['REL_ORIGIN', 'MISSING', 'DECEASED'] },
  REL_TRANSIT: { allowed: ['HIDING', 'MOVING', 'DET_TRANSIT', 'SHELTERED', 'MISSING', 'DECEASED'] },
  REL_ORIGIN: { allowed: ['HIDING', 'MOVING', 'DET_ORIGIN', 'MISSING', 'DECEASED'] },
  SHELTERED: { allowed: ['MOVING', 'RESETTLED', 'DET_TRANSIT', 'MISSING', 'DECEASED'], gap: ['RETURNED'] },
  RESETTLED: { allowed: ['MISSING', 'DET_TRANSIT', 'DECEASED'], gap: ['RETURNED'] },
  DECEASED: { allowed: [] },
}

/**
 * Whether a person can come from one situation to another. From no entry at all, from UNVERIFIED and from MISSING
 * every other situation can follow; the same situation again is no step, but says it once more or that it goes on.
 */
export function transition(from: Situation | null, to: Situation): Transition {
  if (from === null || from === to) return 'allowed'
  const next = transitions[from] ?? { allowed: situations }
  if (next.allowed.includes(to)) return 'allowed'
  return next.gap?.includes(to) ? 'gap' : 'impossible'
}

export type Decider = 'caseworker' | 'coordinator' | 'two-people'

/**
 * Who decides that a person is now in a situation. Death takes two people. That somebody known to us is missing, or
 * that a resettled person is not safe after all, a coordinator decides; nothing else, and no system, ever sets either.
 * To say once more what is known decides nothing, but of a death.
 */
export function deciderOf(from: Situation | null, to: Situation): Decider {
  if (to === 'DECEASED') return 'two-people'
  if (from === to) return 'caseworker'
  return from === 'RESETTLED' || (to === 'MISSING' && from !== null) ? 'coordinator' : 'caseworker'
}
