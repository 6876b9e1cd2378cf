import type { Credibility, Reliability, Stance } from './sources'

/** What a new source and a new item start with: an honest "cannot be judged". */
export const newReliability = 'F' satisfies Reliability
export const newCredibility = '6' satisfies Credibility

/** The two-letter grade of the Admiralty system, such as B2. */
export function gradeOf(reliability: Reliability, credibility: Credibility): `${Reliability}${Credibility}` {
  return `${reliability}${credibility}`
}

/** Whether an item is "probably true" or better; 6 is no judgement, so it is not. */
export function isProbable(credibility: Credibility): boolean {
  return credibility === '1' || credibility === '2'
}

export type Voice = { originGroup: string; reliability: Reliability; stance: Stance }

/** How many independent origins assert a thing: everybody who heard it from the same person is one. */
export function independentOrigins(voices: readonly Voice[]): number {
  return new Set(voices.filter(({ stance }) => stance === 'asserts').map(({ originGroup }) => originGroup)).size
}

/**
 * Whether one value may be called "confirmed" (credibility 1): at least two independent origins assert that same
 * value, and at least one of them can be judged. The voices are those of one value, the rejected left out.
 */
export function mayConfirm(voices: readonly Voice[]): boolean {
  const judged = voices.some(({ stance, reliability }) => stance === 'asserts' && reliability !== 'F')
  return judged && independentOrigins(voices) >= 2
}
