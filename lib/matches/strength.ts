import type { Score } from './fields'

/** How strongly a pair speaks for one person, the weakest first. */
export const strengths = ['weak', 'possible', 'likely', 'strong'] as const
export type Strength = (typeof strengths)[number]

/** Chance of a match before anything is compared: one file among so many (Fellegi–Sunter's prior). */
const priorBits = (files: number): number => -Math.log2(Math.max(2, files))

/** A pair with less than this after all is compared is not kept: about one in sixteen. */
const keptFrom = -4

export const isKept = (total: number, files: number): boolean => total + priorBits(files) >= keptFrom

/**
 * The sum of the weights against how many files there are, in a word. Where names or births differ it is never called
 * likely, whatever else agrees: sisters share a home, a family and a telephone.
 */
export function strengthOf({ total, scores }: { total: number; scores: readonly Score[] }, files: number): Strength {
  const odds = total + priorBits(files)
  const stands = ({ field, verdict }: Score) =>
    (field === 'names' && verdict !== 'agrees') || (field === 'birth' && verdict === 'differs')
  if (odds < -3) return 'weak'
  if (odds < 1 || scores.some(stands)) return 'possible'
  return odds < 5 ? 'likely' : 'strong'
}
