import { certainlyBefore, startRange } from '@/lib/dates/compare'
import type { PartialDate } from '@/lib/dates/partial-date'
import type { Situation } from './situations'

/** What an entry is to the derivation of the current one; `valid` is null where nobody knows when it began. */
export type SituationEntry = {
  id: string
  situation: Situation
  valid: PartialDate | null
  recordedAt: Date
  correctionOf?: string | null
}

/**
 * The entry that says where the person is now: among those no correction has replaced, the newest by valid date, then
 * by when it was recorded. Partial dates compare by when the situation began: one entry is newer than another only if
 * the earliest day it can have begun lies after the latest day the other can have begun (of an interval the start
 * counts; an approximate date is taken one step wider; an unknown date is never newer nor older). Where that leaves it
 * open, the later recorded one wins, and of two recorded at one instant the one with the greater id.
 */
export function currentSituation<Entry extends SituationEntry>(entries: readonly Entry[]): Entry | null {
  const begun = standingEntries(entries).map((entry) => ({ entry, range: entry.valid && startRange(entry.valid) }))
  const latest = begun.reduce((day, { range }) => (range?.from && range.from > day ? range.from : day), '')
  const newest = begun.flatMap(({ entry, range }) => (range?.to && range.to < latest ? [] : [entry]))
  return newest.reduce<Entry | null>((found, entry) => (found && recordedAfter(found, entry) ? found : entry), null)
}

/** The entries no correction has replaced; a correction that is itself corrected does not bring the first one back. */
export function standingEntries<Entry extends SituationEntry>(entries: readonly Entry[]): Entry[] {
  const replaced = new Set(entries.map((entry) => entry.correctionOf))
  return entries.filter((entry) => !replaced.has(entry.id))
}

export function beganBefore(a: { valid: PartialDate | null }, b: { valid: PartialDate | null }): boolean {
  return a.valid !== null && b.valid !== null && certainlyBefore(a.valid, b.valid)
}

function recordedAfter(a: SituationEntry, b: SituationEntry): boolean {
  const difference = a.recordedAt.getTime() - b.recordedAt.getTime()
  return difference === 0 ? a.id > b.id : difference > 0
}
