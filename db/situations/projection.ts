import { monthOf } from '@/lib/dates/month-of'
import { type RiskFacts, type RiskGround, noGround, riskPlan } from '@/lib/risk/risk-plan'
import { currentSituation } from '@/lib/situations/current-situation'
import { nextReviewAt } from '@/lib/situations/situations'
import { Refusal } from '@/lib/refusal'
import type { EntryShape } from './entry-rows'

/** The latest day on which a situation can have begun: whatever its date leaves open, it had when it was recorded. */
function latestStart({ valid, recordedAt }: EntryShape): string {
  const recorded = recordedAt.toISOString().slice(0, 10)
  const latest = valid?.to ?? valid?.from ?? recorded
  return latest < recorded ? latest : recorded
}

/** A denial stands beside what others say; it never says where the person is. */
export const asserted = <Entry extends { stance: string }>(entries: readonly Entry[]): Entry[] =>
  entries.filter((entry) => entry.stance !== 'denies')

function currentOf(entries: readonly EntryShape[]): EntryShape {
  const current = currentSituation(asserted(entries))
  if (!current) throw new Refusal('invalid', { situation: 'required' })
  return current
}

/** What the level of risk of a file follows from. */
export function riskFactsOf(entries: readonly EntryShape[], ground: RiskGround): RiskFacts {
  const current = currentOf(entries)
  return { situation: current.situation, since: latestStart(current), ...ground }
}

/** What lists and clocks show of a file, derived from its entries and from what else is known: never set by hand. */
export function projection(entries: readonly EntryShape[], now: Date, ground: RiskGround = noGround) {
  const { situation, reliability, credibility, province, valid } = currentOf(entries)
  const { risk, then, until } = riskPlan(riskFactsOf(entries, ground), now)
  return {
    situation,
    reliability,
    credibility,
    province,
    situationMonth: valid ? monthOf(valid) : null,
    risk,
    riskThen: then,
    riskUntil: until,
    reviewDue: nextReviewAt(situation, now),
    changedAt: now,
  }
}
