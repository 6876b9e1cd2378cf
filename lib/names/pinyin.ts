import { southern } from './hangul'
import { tables } from './hanja'
import { pinyinLetters } from './latin-letters'
import { layoutsOf, type Piece, type Pieces } from './read-latin'
import { remembered } from './remembered'
import { type Role, shareOf, type Sounds, soundsOf } from './sounds'

export type Spelled = { surname: string[]; given: string[]; likelihood: number }

const pinyinLettersMax = 6
const syllablesMax = 4
const piecesMax = 4
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

const readingsMax = 600
const koreans = {
  surname: remembered((syllable: string) => koreanOf(syllable, 'surname'), readingsMax),
  given: remembered((syllable: string) => koreanOf(syllable, 'given'), readingsMax),
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

const cutsMax = 10_000
const pieceLettersMax = 24

/** The ways to cut a piece into pinyin syllables; an apostrophe is the only sign pinyin has to part two of them. */
const cuts = remembered((piece: string) => {
  let found: string[][] = [[]]
  for (const part of piece.split(/['’‘ʼ]/u)) {
    const letters = pinyinLetters(part)
    const next = letters.length > pieceLettersMax ? [] : cut(letters, syllablesMax)
    found = found.flatMap((before) => next.map((after) => [...before, ...after]))
  }
  return found
}, cutsMax)

function joined(pieces: readonly Piece[], limit: number): string[][] {
  let found: string[][] = [[]]
  for (const piece of pieces) {
    const next = cuts(piece.text)
    if (next.length === 0) return []
    found = found.flatMap((before) => next.map((after) => [...before, ...after]))
  }
  return found.filter((syllables) => syllables.length > 0 && syllables.length <= limit)
}

function likelihoodOf(syllables: readonly string[], role: Role): number {
  return syllables.reduce((product, syllable) => product * (koreanOfPinyin(syllable, role).likelihood + 1e-6), 1)
}

/** The readings of a Latin name as pinyin. */
export function readPinyin({ pieces, comma }: Pieces): Spelled[] {
  if (pieces.length > piecesMax) return []
  const found: Spelled[] = []
  const add = (surname: string[], given: string[], share: number) => {
    const likelihood = pinyinPrior * share * (givenLengths[given.length] ?? 0)
    if (likelihood > 0)
      found.push({
        surname,
        given,
        likelihood: likelihood * likelihoodOf(surname, 'surname') * likelihoodOf(given, 'given'),
      })
  }
  if (pieces.length === 1)
    for (const syllables of joined(pieces, syllablesMax)) add(syllables.slice(0, 1), syllables.slice(1), 1)
  for (const { surname, given, share } of layoutsOf(pieces, comma)) {
    const surnames = joined(surname, 2)
    if (surnames.length > 0) for (const names of joined(given, 3)) for (const head of surnames) add(head, names, share)
  }
  return found
}
