import { startRange } from '@/lib/dates/compare'
import type { PartialDate } from '@/lib/dates/partial-date'
import { entryDate } from './entry-date'
import type { Situation } from './situations'

/** What an entry is to the derivation of the current one; `valid` is null where nobody knows when it began. */
export type SituationEntry = {
  id: string
  situation: Situation
  valid: PartialDate | null
  recordedAt: Date
  correctionOf?: string | null
}

/** An entry at its place in time: the days on which it can have begun, and the instant that decides between such days. */
export type Placed<Entry> = { entry: Entry; begun: ReturnType<typeof startRange> | null; asOf: Date }

/**
 * The entry that says where the person is now: among those no correction has replaced, the newest by valid date, then
 * by when it was recorded. Partial dates compare by when the situation began: one entry is newer than another only if
 * the earliest day it can have begun lies after the latest day the other can have begun (of an interval the start
 * counts; an approximate date is taken one step wider; an unknown date is never newer nor older). Where that leaves it
 * open, the later recorded one wins, and of two recorded at one instant the one with the greater id. What lay ahead
 * when it was recorded is a plan and counts as of then, so that it never hides what happened since.
 */
export function currentSituation<Entry extends SituationEntry>(entries: readonly Entry[]): Entry | null {
  return newestOf(placedEntries(entries))
}

/**
 * The entries that say the present situation, the current one first: those of its code that follow each other without
 * one of another code between them. They are its voices: the same again, by another source or later, is no new step.
 */
export function presentStretch<Entry extends SituationEntry>(entries: readonly Entry[]): Entry[] {
  const stretch: Entry[] = []
  let left = placedEntries(entries)
  for (let next = newestOf(left); next; next = newestOf(left)) {
    const { id, situation } = next
    if (stretch.some((entry) => entry.situation !== situation)) break
    stretch.push(next)
    left = left.filter(({ entry }) => entry.id !== id)
  }
  return stretch
}

/** The entries no correction has replaced; a correction that is itself corrected does not bring the first one back. */
export function standingEntries<Entry extends SituationEntry>(entries: readonly Entry[]): Entry[] {
  const replaced = new Set(entries.map((entry) => entry.correctionOf))
  return entries.filter((entry) => !replaced.has(entry.id))
}

/** The standing entries at their places; the correction of a plan stands where the plan stood, not after what came of it. */
export function placedEntries<Entry extends SituationEntry>(entries: readonly Entry[]): Placed<Entry>[] {
  return standingEntries(entries).map((entry) => placedAt(entry, firstPlanned(entry, entries)))
}

export function placedAt<Entry extends Omit<SituationEntry, 'id'>>(entry: Entry, asOf: Date): Placed<Entry> {
  const date = entryDate({ ...entry, recordedAt: asOf })
  return { entry, begun: date && startRange(date), asOf }
}

/** The current one of entries at their places. */
export function newestOf<Entry extends { id: string }>(placed: readonly Placed<Entry>[]): Entry | null {
  const latest = placed.reduce((day, { begun }) => (begun?.from && begun.from > day ? begun.from : day), '')
  const newest = placed.filter(({ begun }) => !(begun?.to && begun.to < latest))
  return newest.reduce<Placed<Entry> | null>((a, b) => (a && recordedAfter(a, b) ? a : b), null)?.entry ?? null
}

export function beganBefore(a: Placed<unknown>, b: Placed<unknown>): boolean {
  return Boolean(a.begun?.to && b.begun?.from && a.begun.to < b.begun.from)
}

/** When a plan was first written down, however often it was corrected since; for anything else when it was recorded. */
export function firstPlanned(entry: SituationEntry, entries: readonly SituationEntry[]): Date {
  const corrected = entries.find(({ id }) => entry.situation === 'IMMINENT_RETURN' && id === entry.correctionOf)
  return corrected?.situation === 'IMMINENT_RETURN' ? firstPlanned(corrected, entries) : entry.recordedAt
}

function recordedAfter(a: Placed<{ id: string }>, b: Placed<{ id: string }>): boolean {
  const difference = a.asOf.getTime() - b.asOf.getTime()
  return difference === 0 ? a.entry.id > b.entry.id : difference > 0
}
