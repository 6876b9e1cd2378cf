import { isFuture } from '@/lib/dates/compare'
import type { PartialDate } from '@/lib/dates/partial-date'
import {
  type Placed,
  type SituationEntry,
  beganBefore,
  newestOf,
  placedAt,
  placedEntries,
  standingEntries,
} from './current-situation'
import { type Transition, transition } from './life-cycle'
import type { Situation } from './situations'

/**
 * An entry about to be recorded. `credibility` is that of the claim it rests on; `approvedBy` the second person, never
 * the one who records it; `automatic` marks what a rule, not a person, would write.
 */
export type NewEntry = {
  situation: Situation
  when?: PartialDate
  gapReason?: string
  correctionOf?: string
  credibility?: string
  approvedBy?: string
  automatic?: boolean
}

export type EntryProblem =
  | 'impossible-transition'
  | 'gap-reason-needed'
  | 'not-yet'
  | 'evidence-needed'
  | 'second-person-needed'
  | 'never-automatic'
  | 'not-on-list'

export type EntryProblems = Partial<Record<'situation' | 'when' | 'gapReason' | 'correctionOf', EntryProblem>>

/**
 * What speaks against recording an entry, as word keys by field; nothing where it may be recorded.
 * The life-cycle is checked at the place in time where the entry belongs: after the newest entry that did not certainly
 * begin later, and before the earliest that did, so that history can be filled in afterwards. A stage still missing
 * towards that later entry counts as a gap; nothing comes after death. The same situation beside an entry that says it
 * already corroborates or continues that one and is no step, whatever lies before it. A correction obeys no transition, but must name
 * a standing entry. Only IMMINENT_RETURN may lie ahead. Death, and safety as the first thing known, need a claim that
 * is at least probably true; death needs a second person too; neither death nor MISSING is ever set by a rule.
 */
export function admitEntry(history: readonly SituationEntry[], entry: NewEntry, now: Date): EntryProblems {
  const problems: EntryProblems = {}
  const situation = problemOfSituation(history, entry, now)
  if (situation) problems.situation = situation
  if (entry.when && entry.situation !== 'IMMINENT_RETURN' && isFuture(entry.when, now)) problems.when = 'not-yet'
  if (entry.correctionOf) {
    const isStanding = standingEntries(history).some(({ id }) => id === entry.correctionOf)
    return isStanding ? problems : { ...problems, correctionOf: 'not-on-list' }
  }
  const step = stepOf(history, entry, now)
  if (step === 'impossible') problems.situation ??= 'impossible-transition'
  if (step === 'gap' && !entry.gapReason) problems.gapReason = 'gap-reason-needed'
  return problems
}

/** The entry that stands right before a new one in time, its corrected one left out; null where it is the first. */
export function previousOf<Entry extends SituationEntry>(
  history: readonly Entry[],
  entry: NewEntry,
  now: Date,
): Entry | null {
  const others = placedEntries(history).filter((other) => other.entry.id !== entry.correctionOf)
  return newestOf(others.filter((other) => !beganBefore(placed(entry, now), other)))
}

function stepOf(history: readonly SituationEntry[], entry: NewEntry, now: Date): Transition {
  const back = transition(previousOf(history, entry, now)?.situation ?? null, entry.situation)
  const later = placedEntries(history).filter(
    (other) => other.entry.situation !== 'UNVERIFIED' && beganBefore(placed(entry, now), other),
  )
  const next = later.find((one) => !later.some((other) => beganBefore(other, one)))?.entry
  if (next?.situation === entry.situation) return 'allowed'
  if (back === 'impossible' || !next) return back
  if (entry.situation === 'DECEASED') return 'impossible'
  return back === 'gap' || transition(entry.situation, next.situation) !== 'allowed' ? 'gap' : 'allowed'
}

function problemOfSituation(history: readonly SituationEntry[], entry: NewEntry, now: Date): EntryProblem | undefined {
  const { situation } = entry
  if (entry.automatic && (situation === 'MISSING' || situation === 'DECEASED')) return 'never-automatic'
  const before = previousOf(history, entry, now)?.situation ?? 'UNVERIFIED'
  const isWeak = entry.credibility !== '1' && entry.credibility !== '2'
  if (isWeak && (situation === 'DECEASED' || (situation === 'RESETTLED' && before === 'UNVERIFIED'))) {
    return 'evidence-needed'
  }
  return situation === 'DECEASED' && !entry.approvedBy ? 'second-person-needed' : undefined
}

function placed({ situation, when }: NewEntry, now: Date): Placed<unknown> {
  return placedAt({ situation, valid: when ?? null, recordedAt: now }, now)
}
