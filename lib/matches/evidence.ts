import type { PartialDate } from '../dates/partial-date'
import type { Sex } from '../people/people'
import { townsIn } from '../places/towns-in'
import { compareArrests, compareBirths } from './compare-births'
import { type Compared, compareNames } from './compare-names'
import type { Evidence, Finding, MatchField, Score, Verdict } from './fields'
import { bits, familyMax, odds } from './weights'

export type Arrest = { date: PartialDate | null; place: string | null; province: string | null }

/** What is compared of one person; what is not known is empty or null. */
export type MatchSubject = {
  names: readonly string[]
  sex: Sex
  birth: PartialDate | null
  /** Words for where the person comes from: a county, a town. */
  origins: readonly string[]
  arrests: readonly Arrest[]
  relatives: readonly string[]
  /** Keyed tags of the addresses by which the people of the file are reached. */
  channels: readonly string[]
}

const missing = (field: MatchField): Score => ({ field, verdict: 'missing', finding: 'unknown', weight: 0 })

const closeFindings: readonly Finding[] = [
  'near-name',
  'day-and-month-swapped',
  'same-day-other-year',
  'lunar-calendar',
  'age-counted-otherwise',
  'within-a-month',
  'same-province',
]
const otherFindings: readonly Finding[] = [
  'other-name',
  'other',
  'few-years-apart',
  'far-apart',
  'other-place',
  'no-relative-shared',
  'no-channel-shared',
]

function verdictOf(finding: Finding): Verdict {
  if (finding === 'unknown') return 'missing'
  if (otherFindings.includes(finding)) return 'differs'
  return closeFindings.includes(finding) ? 'close' : 'agrees'
}

const scored = (field: MatchField, compared: Compared | null): Score =>
  compared === null
    ? missing(field)
    : { field, verdict: verdictOf(compared.finding), finding: compared.finding, weight: compared.weight }

const strongest = (compared: readonly (Compared | null)[]): Compared | null =>
  compared.reduce((best, one) => (one !== null && (best === null || one.weight > best.weight) ? one : best), null)

const each = <A, B>(some: readonly A[], others: readonly B[], compare: (a: A, b: B) => Compared | null) =>
  strongest(some.flatMap((one) => others.map((other) => compare(one, other))))

function sexes(a: Sex, b: Sex): Compared | null {
  if (a === 'U' || b === 'U') return null
  return a === b
    ? { finding: 'same', weight: bits(odds['same-sex']) }
    : { finding: 'other', weight: bits(odds['other-sex']) }
}

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether two wordings name one town, in whatever script: a prefecture with its towns would be shared by too many. */
function sameTown(a: string, b: string): boolean {
  const towns = townsIn(a)
  return towns.length > 0 && townsIn(b).some((other) => towns.includes(other))
}

/** Whether one of two wordings of a place says the other, "Musan" and "Musan county", or both say one town. */
function samePlace(a: string, b: string): boolean {
  const [one, other] = [folded(a), folded(b)]
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one) || sameTown(a, b))
}

const origins = (a: string, b: string): Compared =>
  samePlace(a, b)
    ? { finding: 'same-place', weight: bits(odds['same-origin']) }
    : { finding: 'other-place', weight: bits(odds['other-origin']) }

function arrestPlaces(a: Arrest, b: Arrest): Compared | null {
  if (a.place !== null && b.place !== null && samePlace(a.place, b.place))
    return { finding: 'same-place', weight: bits(odds['same-arrest-place']) }
  if (a.province !== null && a.province === b.province)
    return { finding: 'same-province', weight: bits(odds['same-arrest-province']) }
  const known = (arrest: Arrest) => arrest.place !== null || arrest.province !== null
  return known(a) && known(b) ? { finding: 'other-place', weight: bits(odds['other-arrest-place']) } : null
}

/** As rare as the name that both sides have, and the likelier by chance the more relatives are compared. */
function relatives(a: readonly string[], b: readonly string[]): Compared | null {
  const named = compareNames(a, b)
  if (named === null) return null
  if (named.finding !== 'same-name' && named.finding !== 'same-sound')
    return { finding: 'no-relative-shared', weight: bits(odds['no-relative-shared']) }
  const chance = Math.log2(odds['relative-shared'].m / odds['same-name'].m / (a.length * b.length))
  return { finding: 'relative-shared', weight: Math.min(familyMax, Math.max(1, named.weight + chance)) }
}

function channels(a: readonly string[], b: readonly string[]): Compared | null {
  if (a.length === 0 || b.length === 0) return null
  return a.some((tag) => b.includes(tag))
    ? { finding: 'channel-shared', weight: bits(odds['channel-shared']) }
    : { finding: 'no-channel-shared', weight: bits(odds['no-channel-shared']) }
}

/** What relatives and channels say together is held under one bound: sisters share both. */
function withinFamily(scores: readonly Score[]): Score[] {
  let left = familyMax
  return scores.map((score) => {
    if ((score.field !== 'relatives' && score.field !== 'channels') || score.weight <= 0) return score
    const weight = Math.min(score.weight, left)
    left -= weight
    return { ...score, weight }
  })
}

const birthsOf = (a: MatchSubject, b: MatchSubject) => (a.birth && b.birth ? compareBirths(a.birth, b.birth) : null)

/**
 * What speaks for and against two files being about one person, field by field, in bits (log2 of m / u), and the sum:
 * the same whichever is named first, and what agrees more never weighs less.
 */
export function evidence(a: MatchSubject, b: MatchSubject): Evidence {
  const dates = (one: Arrest, other: Arrest) => (one.date && other.date ? compareArrests(one.date, other.date) : null)
  const scores = withinFamily([
    scored('names', compareNames(a.names, b.names)),
    scored('sex', sexes(a.sex, b.sex)),
    scored('birth', birthsOf(a, b)),
    scored('origin', each(a.origins, b.origins, origins)),
    scored('arrest-date', each(a.arrests, b.arrests, dates)),
    scored('arrest-place', each(a.arrests, b.arrests, arrestPlaces)),
    scored('relatives', relatives(a.relatives, b.relatives)),
    scored('channels', channels(a.channels, b.channels)),
  ])
  return { scores, total: scores.reduce((sum, { weight }) => sum + weight, 0) }
}
