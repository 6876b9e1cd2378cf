import { southern } from './hangul'
import { tables } from './hanja'
import { pinyinLetters } from './latin-letters'
import { layoutsOf, type Layout, type Piece, type Pieces } from './latin-name'
import { remembered } from './remembered'
import { type Role, shareOf, type Sounds, soundsOf } from './sounds'

export type Spelled = { surname: string[]; given: string[]; likelihood: number }

const pinyinLettersMax = 6
const rareCharacter = 0.05
const secondReading = 0.15
const givenLengths = [0, 0.2, 0.8, 0.01]
const pinyinPrior = 0.1

type Readings = {
  surname: Map<string, Map<number, number>>
  given: Map<string, Map<number, number>>
  index: Map<string, number>
  names: string[]
}
let loaded: Readings | undefined

function load(): Readings {
  const { korean, pinyin, counts } = tables()
  const totals = new Map<number, number>()
  const weights = new Map<number, Map<string, number>>()
  for (const [character, codes] of korean) {
    const syllables = pinyin.get(character) ?? []
    for (const code of codes) {
      const shares = weights.get(code) ?? new Map<string, number>()
      weights.set(code, shares)
      for (const [at, syllable] of syllables.entries()) {
        const weight = ((counts.get(character) ?? 0) + rareCharacter) * (at === 0 ? 1 : secondReading)
        shares.set(syllable, (shares.get(syllable) ?? 0) + weight)
        totals.set(code, (totals.get(code) ?? 0) + weight)
      }
    }
  }
  const index = new Map([...new Set([...pinyin.values()].flat())].sort().map((syllable, at) => [syllable, at]))
  const readings: Readings = { surname: new Map(), given: new Map(), index, names: [...index.keys()] }
  for (const role of ['surname', 'given'] as const) {
    for (const [code, shares] of weights) {
      const as = role === 'surname' ? southern(code) : code
      for (const [syllable, weight] of shares) {
        const sounds = readings[role].get(syllable) ?? new Map<number, number>()
        readings[role].set(syllable, sounds)
        sounds.set(as, (sounds.get(as) ?? 0) + (shareOf(as, role) * weight) / (totals.get(code) ?? 1))
      }
    }
  }
  return readings
}

const read = () => (loaded ??= load())

export function isPinyin(letters: string): boolean {
  return read().index.has(letters)
}

export function pinyinCode(syllable: string): number {
  return read().index.get(syllable) ?? -1
}

export function pinyinSyllable(code: number): string {
  return read().names[code] ?? ''
}

type Korean = { sounds: Sounds; likelihood: number }

function koreanOf(syllable: string, role: Role): Korean {
  const found = read()[role].get(syllable) ?? new Map<number, number>()
  let likelihood = 0
  for (const weight of found.values()) likelihood += weight
  const kept = new Map([...found].filter(([, weight]) => weight > likelihood * 0.003))
  return { sounds: soundsOf(kept), likelihood }
}

const syllablesMax = 600
const koreans = {
  surname: remembered((syllable: string) => koreanOf(syllable, 'surname'), syllablesMax),
  given: remembered((syllable: string) => koreanOf(syllable, 'given'), syllablesMax),
}

/** What a Mandarin syllable may be in the Korean reading of the same characters, with how likely that is. */
export function koreanOfPinyin(syllable: string, role: Role): Korean {
  return koreans[role](syllable)
}

function cut(letters: string, limit: number): string[][] {
  if (letters === '') return [[]]
  if (limit === 0) return []
  const found: string[][] = []
  for (let end = Math.min(pinyinLettersMax, letters.length); end > 0; end--) {
    const head = letters.slice(0, end)
    if (!isPinyin(head)) continue
    for (const rest of cut(letters.slice(end), limit - 1)) found.push([head, ...rest])
  }
  return found
}

/** An apostrophe between two syllables is the only sign pinyin has to part them. */
function joined(pieces: readonly Piece[], limit: number): string[][] {
  let found: string[][] = [[]]
  for (const piece of pieces) {
    for (const part of piece.text.split(/['’‘ʼ]/u)) {
      const letters = pinyinLetters(part)
      if (letters.length > pinyinLettersMax * limit) return []
      const next = cut(letters, limit)
      found = found.flatMap((before) => next.map((after) => [...before, ...after]))
    }
  }
  return found.filter((syllables) => syllables.length > 0 && syllables.length <= limit)
}

function likelihoodOf(syllables: readonly string[], role: Role): number {
  return syllables.reduce((product, syllable) => product * (koreanOfPinyin(syllable, role).likelihood + 1e-6), 1)
}

/** The readings of a Latin name as pinyin. */
export function readPinyin({ pieces, comma }: Pieces): Spelled[] {
  if (pieces.length > 4) return []
  const layouts: Layout[] =
    pieces.length === 1 ? [{ surname: [], given: [...pieces], share: 1 }] : layoutsOf(pieces, comma)
  return layouts
    .flatMap(({ surname, given, share }) =>
      joined(given, surname.length === 0 ? 4 : 3).flatMap((names) => {
        const heads = surname.length === 0 ? [names.slice(0, 1)] : joined(surname, 2)
        const tail = surname.length === 0 ? names.slice(1) : names
        return heads.map((head) => ({
          surname: head,
          given: tail,
          likelihood:
            pinyinPrior *
            share *
            likelihoodOf(head, 'surname') *
            likelihoodOf(tail, 'given') *
            (givenLengths[tail.length] ?? 0),
        }))
      }),
    )
    .filter(({ likelihood }) => likelihood > 0)
}
