import { admitEntry } from './admit-entry'
import { type SituationEntry, standingEntries } from './current-situation'

/**
 * Whether nothing is missing any more around an entry that was recorded over a gap: it was corrected, or beside what is
 * known now it could be recorded without a reason. That others say the same fills nothing.
 */
export function isGapFilled(history: readonly SituationEntry[], entryId: string): boolean {
  const entry = standingEntries(history).find(({ id }) => id === entryId)
  if (!entry) return true
  const others = standingEntries(history).filter(({ situation }) => situation !== entry.situation)
  const { gapReason, situation } = admitEntry(
    others,
    { situation: entry.situation, ...(entry.valid && { when: entry.valid }) },
    entry.recordedAt,
  )
  return gapReason === undefined && situation !== 'impossible-transition'
}
