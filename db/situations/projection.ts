import { monthOf } from '@/lib/dates/month-of'
import { currentSituation } from '@/lib/situations/current-situation'
import { nextReviewAt } from '@/lib/situations/situations'
import { riskOf } from '@/lib/risk/risk-of'
import { Refusal } from '@/lib/refusal'
import type { EntryShape } from './entry-rows'

const day = 86_400_000

/** The fewest days that a situation can have lasted; none where its date is unknown. */
function sinceDays(entry: EntryShape, now: Date): number {
  const latest = entry.valid?.to ?? entry.valid?.from
  return latest ? Math.max(0, Math.floor((now.getTime() - Date.parse(latest)) / day)) : 0
}

/** A denial stands beside what others say; it never says where the person is. */
export const asserted = <Entry extends { stance: string }>(entries: readonly Entry[]): Entry[] =>
  entries.filter((entry) => entry.stance !== 'denies')

/** What lists and clocks show of a file, derived from its entries: never set by hand. */
export function projection(entries: readonly EntryShape[], now: Date) {
  const current = currentSituation(asserted(entries))
  if (!current) throw new Refusal('invalid', { situation: 'required' })
  const { situation, reliability, credibility, province, valid } = current
  return {
    situation,
    reliability,
    credibility,
    province,
    situationMonth: valid ? monthOf(valid) : null,
    risk: riskOf({ situation, sinceDays: sinceDays(current, now) }),
    reviewDue: nextReviewAt(situation, now),
    changedAt: now,
  }
}
