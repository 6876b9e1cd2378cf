type Graded = { reliability: string; credibility: string }

/** The grade of what several voices say: that of the most credible of them, of two alike that of the more reliable source. */
export function bestGraded<Voice extends Graded>(voices: readonly Voice[]): Voice | null {
  const rank = ({ reliability, credibility }: Graded) => `${credibility}${reliability}`
  return voices.reduce<Voice | null>((best, one) => (best && rank(best) <= rank(one) ? best : one), null)
}
