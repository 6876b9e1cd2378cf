import { admitEntry } from './admit-entry'
import { type SituationEntry, standingEntries } from './current-situation'

/**
 * Whether nothing is missing any more around an entry that was recorded over a gap: it was corrected, or beside what is
 * known now it could be recorded without a reason.
 */
export function isGapFilled(history: readonly SituationEntry[], entryId: string, now: Date): boolean {
  const entry = standingEntries(history).find(({ id }) => id === entryId)
  if (!entry) return true
  const others = history.filter(({ id }) => id !== entryId)
  const { gapReason, situation } = admitEntry(
    others,
    { situation: entry.situation, ...(entry.valid && { when: entry.valid }) },
    now,
  )
  return gapReason === undefined && situation !== 'impossible-transition'
}
