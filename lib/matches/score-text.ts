import { type Finding, type MatchField, type Score, type Verdict, findings, matchFields, verdicts } from './fields'

const tenths = (weight: number) => Math.round(weight * 10)

/** Scores as one line of codes and figures, which says nothing of what was compared: `names agrees same-sound 62; …`. */
export const scoreText = (scores: readonly Score[]): string =>
  scores.map(({ field, verdict, finding, weight }) => `${field} ${verdict} ${finding} ${tenths(weight)}`).join('; ')

const among = <Word extends string>(list: readonly Word[], text: string | undefined): Word | undefined =>
  list.find((word) => word === text)

function readScore(text: string): Score[] {
  const [first, second, third, fourth] = text.split(' ')
  const field: MatchField | undefined = among(matchFields, first)
  const verdict: Verdict | undefined = among(verdicts, second)
  const finding: Finding | undefined = among(findings, third)
  const weight = Number(fourth) / 10
  return field && verdict && finding && Number.isFinite(weight) ? [{ field, verdict, finding, weight }] : []
}

export const readScores = (text: string): Score[] => text.split('; ').flatMap(readScore)

/** The sum as it is kept: whole tenths of a bit. */
export const totalTenths = (total: number): number => tenths(total)
