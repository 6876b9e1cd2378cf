import { monthOf } from '@/lib/dates/month-of'
import { type RiskFacts, type RiskGround, noGround, riskPlan } from '@/lib/risk/risk-plan'
import { bestGraded } from '@/lib/situations/best-graded'
import { presentStretch } from '@/lib/situations/current-situation'
import { entryDate } from '@/lib/situations/entry-date'
import { nextReviewAt } from '@/lib/situations/situations'
import { Refusal } from '@/lib/refusal'
import type { EntryShape } from './entry-rows'

/** The latest day on which a situation can have begun: whatever its date leaves open, it had when it was recorded. */
function latestStart({ valid, recordedAt }: EntryShape): string {
  const recorded = recordedAt.toISOString().slice(0, 10)
  const latest = valid?.to ?? valid?.from ?? recorded
  return latest < recorded ? latest : recorded
}

/** The entry that the clock of risk runs from: who says the same again sets it back no more than who says it goes on. */
function opening(stretch: readonly EntryShape[]): EntryShape | undefined {
  const dated = stretch.filter(({ valid }) => valid !== null)
  const byRecord = [...(dated.length > 0 ? dated : stretch)].sort(
    (a, b) => a.recordedAt.getTime() - b.recordedAt.getTime(),
  )
  return byRecord[0]
}

/** A denial stands beside what others say; it never says where the person is. */
export const asserted = <Entry extends { stance: string }>(entries: readonly Entry[]): Entry[] =>
  entries.filter((entry) => entry.stance !== 'denies')

/** The entries that say the present situation, the current one first. */
function presentOf(entries: readonly EntryShape[]) {
  const stretch = presentStretch(asserted(entries))
  const [current, first, best] = [stretch[0], opening(stretch), bestGraded(stretch)]
  if (!current || !first || !best) throw new Refusal('invalid', { situation: 'required' })
  return { stretch, current, first, best }
}

/** What the level of risk of a file follows from. */
export function riskFactsOf(entries: readonly EntryShape[], ground: RiskGround): RiskFacts {
  const { current, first } = presentOf(entries)
  return { situation: current.situation, since: latestStart(first), ...ground }
}

/** What lists and clocks show of a file, derived from its entries and from what else is known: never set by hand. */
export function projection(entries: readonly EntryShape[], now: Date, ground: RiskGround = noGround) {
  const { stretch, current, best } = presentOf(entries)
  const { situation } = current
  const date = stretch.map(entryDate).find((valid) => valid !== null)
  const { risk, then, until } = riskPlan(riskFactsOf(entries, ground), now)
  return {
    situation,
    reliability: best.reliability,
    credibility: best.credibility,
    province: stretch.find(({ province }) => province !== null)?.province ?? null,
    situationMonth: date ? monthOf(date) : null,
    risk,
    riskThen: then,
    riskUntil: until,
    reviewDue: nextReviewAt(situation, now),
    changedAt: now,
  }
}
