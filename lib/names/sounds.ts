import readings from './tables/hanja-readings.json'
import frequencies from './tables/frequencies.json'
import { northern, onsetOf, southern, syllableCode, syllableCodes } from './hangul'

/** What one syllable of a name may sound like: sorted syllable codes and their weights, which sum to 1. */
export type Sounds = { codes: Int32Array; weights: Float64Array; norm: number; best: number; onsetOnly: boolean }

export type Role = 'surname' | 'given'

/** How far a character that no table reads agrees with anything. */
const unread = 0.02
const surnameFloor = 0.15
const givenFloor = 0.02
/** A syllable that some character is read as, though no attested name has it. */
const sinoKoreanFloor = 0.5
const keptWhenNorthern = 0.72
const keptWhenSouthern = 0.85

type Shares = { surname: Float64Array; given: Float64Array }
let loaded: Shares | undefined

function countsOf(packed: string): Map<number, number> {
  const counts = new Map<number, number>()
  for (const entry of packed.split(' ')) {
    const code = syllableCode(entry)
    counts.set(code, (counts.get(code) ?? 0) + Number(entry.slice(1)))
  }
  return counts
}

function load(): Shares {
  const surname = new Float64Array(syllableCodes).fill(surnameFloor / 50)
  const given = new Float64Array(syllableCodes).fill(givenFloor)
  for (const syllable of Object.keys(readings)) given[syllableCode(syllable)] = sinoKoreanFloor
  for (const [code, count] of countsOf(frequencies.given)) given[code] = count + 0.5
  for (const [code, count] of countsOf(frequencies.given)) surname[code] = surnameFloor + count / 1000
  for (const [code, count] of countsOf(frequencies.surnames)) {
    const as = southern(code)
    surname[as] = (surname[as] ?? 0) + count
  }
  for (const shares of [surname, given]) {
    const sum = shares.reduce((total, share) => total + share, 0)
    for (const [code, share] of shares.entries()) shares[code] = share / sum
  }
  return { surname, given }
}

/** How often a syllable stands in Korean surnames or given names, as a share of all; never nought. */
export function shareOf(code: number, role: Role): number {
  loaded ??= load()
  return loaded[role][code] ?? 0
}

export function soundsOf(weighted: ReadonlyMap<number, number>, onsetOnly = false): Sounds {
  const entries = [...weighted].sort(([a], [b]) => a - b)
  const sum = entries.reduce((total, [, weight]) => total + weight, 0) || 1
  const codes = Int32Array.from(entries, ([code]) => code)
  const weights = Float64Array.from(entries, ([, weight]) => weight / sum)
  let norm = 0
  let best = 0
  for (let at = 0; at < weights.length; at++) {
    norm += (weights[at] ?? 0) ** 2
    if ((weights[at] ?? 0) > (weights[best] ?? 0)) best = at
  }
  return { codes, weights, norm: Math.sqrt(norm), best: codes[best] ?? -1, onsetOnly }
}

const heard = { surname: new Map<number, Sounds>(), given: new Map<number, Sounds>() }

/** What a written Hangul syllable may sound like in a name. */
export function soundsOfSyllable(code: number, role: Role): Sounds {
  const known = heard[role].get(code)
  if (known) return known
  const sounds = soundsOf(soundsOfHangul(code, role))
  heard[role].set(code, sounds)
  return sounds
}

/** A surname counts as the South writes it, a given name may be meant either way. */
function soundsOfHangul(code: number, role: Role): Map<number, number> {
  if (role === 'surname') return new Map([[southern(code), 1]])
  const south = southern(code)
  if (south !== code) {
    return new Map([
      [code, keptWhenNorthern],
      [south, 1 - keptWhenNorthern],
    ])
  }
  const others = northern(code)
  const sounds = new Map([[code, others.length === 0 ? 1 : keptWhenSouthern]])
  const shares = others.map((other) => shareOf(other, role))
  const sum = shares.reduce((total, share) => total + share, 0)
  for (const [at, other] of others.entries()) sounds.set(other, ((1 - keptWhenSouthern) * (shares[at] ?? 0)) / sum)
  return sounds
}

export function overlap(a: Sounds, b: Sounds): number {
  if (a.onsetOnly || b.onsetOnly) return a.onsetOnly ? sharedOnset(a, b) : sharedOnset(b, a)
  if (a.codes.length === 0 || b.codes.length === 0) return unread
  let sum = 0
  let i = 0
  let j = 0
  while (i < a.codes.length && j < b.codes.length) {
    const x = a.codes[i] ?? 0
    const y = b.codes[j] ?? 0
    if (x === y) sum += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0)
    else if (x < y) i++
    else j++
  }
  return sum / (a.norm * b.norm)
}

function sharedOnset(initial: Sounds, other: Sounds): number {
  const onsets = new Set(Array.from(initial.codes, onsetOf))
  let sum = 0
  for (let at = 0; at < other.codes.length; at++)
    if (onsets.has(onsetOf(other.codes[at] ?? 0))) sum += other.weights[at] ?? 0
  return 0.8 * Math.min(1, sum)
}
