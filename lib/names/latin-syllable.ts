import spellings from './tables/spellings.json'
import { codas, codeOf, northern, onsets, southern, vowels } from './hangul'
import { type Role, shareOf, type Sounds, soundsOf } from './sounds'

export type Style = 'south' | 'north'
export type Chunk = { sounds: Sounds; likelihood: number }

type Spelling = readonly (readonly [sound: number, weight: number])[]
type Parts = { onset: Map<string, Spelling>; vowel: Map<string, Spelling>; coda: Map<string, Spelling> }

export const chunkLettersMax = 8
const onsetLettersMax = 4
const codaLettersMax = 3
const cachedMax = 20_000
const slip = 0.003
const looseVowels = 'aeiouyw'
const looseOnsets = 'hgkjdtbpscwy'
const looseCodas = 'nlmkgtphr'
const loaded = new Map<string, Parts>()
const cached = new Map<string, Chunk | undefined>()

function bySpelling(table: Record<string, string>, sounds: readonly string[]): Map<string, Spelling> {
  const found = new Map<string, (readonly [number, number])[]>()
  for (const [sound, packed] of Object.entries(table)) {
    for (const entry of packed.split(' ')) {
      const [letters = '', weight] = entry.split(':')
      const key = letters === '_' ? '' : letters
      const list = found.get(key) ?? []
      list.push([sound === '-' ? 0 : sounds.indexOf(sound), Number(weight)])
      found.set(key, list)
    }
  }
  return found
}

/** Spellings one letter away from known ones, for slips of the pen and private habits. */
function loosened(known: ReadonlyMap<string, Spelling>, letters: string): Map<string, Spelling> {
  const found = new Map<string, Map<number, number>>()
  const add = (spelling: string, sounds: Spelling) => {
    if (known.has(spelling)) return
    const shares = found.get(spelling) ?? new Map<number, number>()
    found.set(spelling, shares)
    for (const [sound, weight] of sounds) shares.set(sound, (shares.get(sound) ?? 0) + weight * slip)
  }
  for (const [spelling, sounds] of known) {
    for (let at = 0; at <= spelling.length; at++) {
      for (const letter of letters) {
        add(spelling.slice(0, at) + letter + spelling.slice(at), sounds)
        if (at < spelling.length && spelling.length > 1) add(spelling.slice(0, at) + letter + spelling.slice(at + 1), sounds)
      }
      if (spelling.length > 2) add(spelling.slice(0, at) + spelling.slice(at + 1), sounds)
    }
  }
  return new Map([...found].map(([spelling, shares]) => [spelling, [...shares]]))
}

function partsOf(style: Style, role: Role): Parts {
  const table = role === 'surname' ? (`${style}Surname` as const) : (`${style}Given` as const)
  const known = loaded.get(table)
  if (known) return known
  const { onset, vowel, coda } = spellings[table]
  const exact = {
    onset: bySpelling(onset, onsets),
    vowel: bySpelling(vowel, vowels),
    coda: bySpelling(coda, codas),
  }
  const parts = {
    onset: new Map([...loosened(exact.onset, looseOnsets), ...exact.onset]),
    vowel: new Map([...loosened(exact.vowel, looseVowels), ...exact.vowel]),
    coda: new Map([...loosened(exact.coda, looseCodas), ...exact.coda]),
  }
  loaded.set(table, parts)
  return parts
}

/** Calls back with each way to split a chunk into onset, vowel and coda, and what it weighs. */
export function splits(chunk: string, style: Style, role: Role, each: (code: number, weight: number, split: [string, string, string]) => void) {
  const parts = partsOf(style, role)
  for (let head = 0; head <= Math.min(onsetLettersMax, chunk.length - 1); head++) {
    const onset = parts.onset.get(chunk.slice(0, head))
    if (!onset) continue
    for (let tail = 0; tail <= Math.min(codaLettersMax, chunk.length - head - 1); tail++) {
      const coda = parts.coda.get(chunk.slice(chunk.length - tail))
      const vowel = coda && parts.vowel.get(chunk.slice(head, chunk.length - tail))
      if (!vowel) continue
      for (const [o, wo] of onset)
        for (const [v, wv] of vowel)
          for (const [c, wc] of coda)
            each(codeOf(o, v, c), wo * wv * wc, [chunk.slice(0, head), chunk.slice(head, chunk.length - tail), chunk.slice(chunk.length - tail)])
    }
  }
}

function read(chunk: string, style: Style, role: Role): Chunk | undefined {
  const spelled = new Map<number, number>()
  splits(chunk, style, role, (code, weight) => spelled.set(code, (spelled.get(code) ?? 0) + weight))
  const sounds = new Map<number, number>()
  const add = (code: number, weight: number) => sounds.set(code, (sounds.get(code) ?? 0) + weight)
  for (const [code, weight] of spelled) {
    if (role === 'surname') {
      add(southern(code), weight * shareOf(southern(code), role) * (southern(code) === code ? 1 : 0.5))
    } else {
      add(code, weight * shareOf(code, role))
      for (const other of northern(code)) add(other, 0.25 * weight * shareOf(other, role))
      if (southern(code) !== code) add(southern(code), 0.1 * weight * shareOf(southern(code), role))
    }
  }
  let likelihood = 0
  for (const weight of sounds.values()) likelihood += weight
  if (likelihood === 0) return undefined
  for (const [code, weight] of sounds) if (weight < likelihood * 0.002) sounds.delete(code)
  return { sounds: soundsOf(sounds), likelihood }
}

/** What a run of Latin letters may sound like as one Korean syllable, and how likely it is to be written so. */
export function readChunk(chunk: string, style: Style, role: Role): Chunk | undefined {
  if (chunk.length > chunkLettersMax) return undefined
  const key = `${style}${role}${chunk}`
  if (cached.has(key)) return cached.get(key)
  if (cached.size >= cachedMax) cached.clear()
  const found = read(chunk, style, role)
  cached.set(key, found)
  return found
}
