import spellings from './tables/spellings.json'
import { codas, codeOf, northern, onsets, southern, vowels } from './hangul'
import { remembered } from './remembered'
import { type Role, shareOf, type Sounds, soundsOf } from './sounds'

export type Style = 'south' | 'north'
export type Chunk = { sounds: Sounds; likelihood: number }

type Spelling = readonly (readonly [sound: number, weight: number])[]
type Lookup = (spelling: string) => Spelling
type Parts = { onset: Lookup; vowel: Lookup; coda: Lookup }

export const chunkLettersMax = 8
const onsetLettersMax = 4
const codaLettersMax = 3
const cachedMax = 20_000
const slip = 0.003
const initialLikelihood = 0.002
const slipsMax = 5_000
const nothing: Spelling = []
/** A final н of Russian spelling, which does not tell ㄴ from ㅇ. */
const nasals: Spelling = [
  [codas.indexOf('ㄴ'), 0.5],
  [codas.indexOf('ㅇ'), 0.5],
]
const loaded = new Map<string, Parts>()
const unreadable: Chunk = { sounds: soundsOf(new Map()), likelihood: 0 }

function bySpelling(table: Record<string, string>, sounds: string): Map<string, Spelling> {
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

/** What a spelling may stand for, a slip of one letter away from known ones included at little weight. */
function lookup(
  known: ReadonlyMap<string, Spelling>,
  letters: RegExp,
  alphabet: string,
): (spelling: string) => Spelling {
  const slips = remembered((spelling: string): Spelling => {
    const shares = new Map<number, number>()
    const add = (near: string) => {
      for (const [sound, weight] of known.get(near) ?? []) shares.set(sound, (shares.get(sound) ?? 0) + weight * slip)
    }
    for (let at = 0; at <= spelling.length; at++) {
      if (at < spelling.length) add(spelling.slice(0, at) + spelling.slice(at + 1))
      for (const letter of alphabet) {
        if (at < spelling.length) add(spelling.slice(0, at) + letter + spelling.slice(at + 1))
        add(spelling.slice(0, at) + letter + spelling.slice(at))
      }
    }
    return [...shares]
  }, slipsMax)
  return (spelling) => known.get(spelling) ?? (letters.test(spelling) ? slips(spelling) : nothing)
}

function partsOf(style: Style, role: Role): Parts {
  const table = role === 'surname' ? (`${style}Surname` as const) : (`${style}Given` as const)
  const known = loaded.get(table)
  if (known) return known
  const { onset, vowel, coda } = spellings[table]
  const parts = {
    onset: lookup(bySpelling(onset, onsets), /^[bcdghjkpst]{2,3}$/, 'hgkjdtbpsc'),
    vowel: lookup(bySpelling(vowel, vowels), /^[aeiouyw]{2,5}$/, 'aeiouyw'),
    coda: lookup(bySpelling(coda, codas).set('ñ', nasals), /^[nlmkgtphr]{2,3}$/, 'nlmkgtphr'),
  }
  loaded.set(table, parts)
  return parts
}

/** The syllables a chunk can be split into as onset, vowel and coda, and what they weigh by spelling alone. */
function splits(chunk: string, style: Style, role: Role): Map<number, number> {
  const parts = partsOf(style, role)
  const found = new Map<number, number>()
  const each = (code: number, weight: number) => found.set(code, (found.get(code) ?? 0) + weight)
  for (let head = 0; head <= Math.min(onsetLettersMax, chunk.length - 1); head++) {
    const onset = parts.onset(chunk.slice(0, head))
    if (onset.length === 0) continue
    for (let tail = 0; tail <= Math.min(codaLettersMax, chunk.length - head - 1); tail++) {
      const coda = parts.coda(chunk.slice(chunk.length - tail))
      if (coda.length === 0) continue
      const vowel = parts.vowel(chunk.slice(head, chunk.length - tail))
      for (const [o, wo] of onset)
        for (const [v, wv] of vowel) for (const [c, wc] of coda) each(codeOf(o, v, c), wo * wv * wc)
    }
  }
  return found
}

function read(chunk: string, style: Style, role: Role): Chunk | undefined {
  const spelled = splits(chunk, style, role)
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

const reader = (style: Style, role: Role) =>
  remembered((chunk: string) => read(chunk, style, role) ?? unreadable, cachedMax)
const readers = {
  south: { surname: reader('south', 'surname'), given: reader('south', 'given') },
  north: { surname: reader('north', 'surname'), given: reader('north', 'given') },
}

/** What a run of Latin letters may sound like as one Korean syllable, and how likely it is to be written so, nought if never. */
export function readChunk(chunk: string, style: Style, role: Role): Chunk {
  return chunk.length > chunkLettersMax ? unreadable : readers[style][role](chunk)
}

/** A single consonant for a whole syllable, as in Kim C. O.; undefined for a letter that can be a syllable. */
export function readInitial(letter: string, style: Style, role: Role): Chunk | undefined {
  if (!/^[bcdghjklmnprst]$/.test(letter)) return undefined
  const onset = new Map(
    partsOf(style, role)
      .onset(letter)
      .map(([sound, weight]) => [codeOf(sound, 0, 0), weight]),
  )
  return onset.size === 0 ? undefined : { sounds: soundsOf(onset, true), likelihood: initialLikelihood }
}
