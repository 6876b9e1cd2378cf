import { foldedWords } from './folded-words'
import { isSyllable, syllableCode } from './hangul'
import { mandarinOf, soundsOfCharacter } from './hanja'
import { type Pieces, piecesOf, readLatin } from './read-latin'
import { hangulOfPinyin } from './hangul-of-pinyin'
import { koreanOfPinyin, pinyinCode, readPinyin } from './pinyin'
import { remembered } from './remembered'
import { type Sounds, soundsOf, soundsOfSyllable } from './sounds'
import { type Script } from './scripts'
import { scriptOf, wholeName } from './whole-name'

/** Which pronunciation a reading stands for: Korean, Mandarin as pinyin, or Mandarin as Korean writes it. */
export type Family = 'korean' | 'mandarin' | 'transcribed'
export type Reading = { family: Family; style: string; sounds: Sounds[]; chunks: string[]; weight: number }
export type PreparedName = {
  text: string
  /** The form in which equal writings of a whole name are one. */
  whole: string
  script: Script
  readings: Reading[]
  characters: string[]
  pieces: Pieces
  /** Neither Korean nor Chinese as far as its letters tell. */
  foreign: boolean
  words: string[]
}

const readingsMax = 8
const weightMin = 0.001
const lettersMax = 60
/** Characters of a name that the tables do not read, beside others that they do. */
const unreadMax = 1
const transcribedInHanzi = 0.3
const spokenMax = 5_000
const wholeLettersMax = 10_000
const usualSyllablesMax = 4
const foreignPerSyllable = 1.5e-4
const plain = /^[\x20-\x7e]*[A-Za-z][\x20-\x7e]*$/
const noPieces: Pieces = { pieces: [], comma: -1 }

type Weighed = { family: Family; style: string; sounds: Sounds[]; chunks: string[]; likelihood: number }

function ofHangul(text: string): Weighed[] {
  const codes = [...text].filter(isSyllable).map(syllableCode)
  if (codes.length === 0) return []
  const sounds = codes.map((code, at) => soundsOfSyllable(code, at === 0 ? 'surname' : 'given'))
  return [{ family: 'korean', style: 'hangul', sounds, chunks: [], likelihood: 1 }]
}

function transcribed(syllables: readonly string[]): Sounds[] {
  return syllables.flatMap(hangulOfPinyin).map((code, at) => soundsOfSyllable(code, at === 0 ? 'surname' : 'given'))
}

const spokenAs = remembered(
  (readings: string) =>
    soundsOf(new Map(readings.split(' ').map((syllable, at) => [pinyinCode(syllable), at === 0 ? 1 : 0.25]))),
  spokenMax,
)
const mandarin = (syllables: readonly string[][]) => syllables.map((readings) => spokenAs(readings.join(' ')))

const charactersOf = (text: string) => [...text].filter((letter) => /\p{Script=Han}/u.test(letter))

function ofHanzi(characters: readonly string[]): Weighed[] {
  if (characters.length === 0) return []
  const sounds = characters.map((character, at) => soundsOfCharacter(character, at === 0 ? 'surname' : 'given'))
  const spoken = characters.map(mandarinOf)
  const found: Weighed[] = []
  if (sounds.filter(({ codes }) => codes.length === 0).length <= unreadMax)
    found.push({ family: 'korean', style: 'hanja', sounds, chunks: [], likelihood: 1 })
  if (spoken.every((readings) => readings.length > 0)) {
    found.push({ family: 'mandarin', style: 'hanja', sounds: mandarin(spoken), chunks: [], likelihood: 1 })
    const usual = spoken.map(([first = '']) => first)
    found.push({
      family: 'transcribed',
      style: 'hanja',
      sounds: transcribed(usual),
      chunks: usual,
      likelihood: transcribedInHanzi,
    })
  }
  return found
}

function ofLatin(pieces: Pieces): Weighed[] {
  const found: Weighed[] = []
  for (const style of ['south', 'north'] as const)
    for (const { sounds, chunks, likelihood } of readLatin(pieces, style))
      found.push({ family: 'korean', style, sounds, chunks, likelihood })
  for (const { surname, given, likelihood } of readPinyin(pieces)) {
    const sounds = [
      ...surname.map((syllable) => koreanOfPinyin(syllable, 'surname').sounds),
      ...given.map((syllable) => koreanOfPinyin(syllable, 'given').sounds),
    ]
    const syllables = [...surname, ...given]
    if (sounds.every(({ codes }) => codes.length > 0))
      found.push({ family: 'korean', style: 'pinyin', sounds, chunks: syllables, likelihood })
    found.push({
      family: 'mandarin',
      style: 'pinyin',
      sounds: mandarin(syllables.map((syllable) => [syllable])),
      chunks: syllables,
      likelihood,
    })
    found.push({
      family: 'transcribed',
      style: 'pinyin',
      sounds: transcribed(syllables),
      chunks: syllables,
      likelihood,
    })
  }
  return found
}

function ranked(found: readonly Weighed[]): Reading[] {
  const best = Math.max(...found.map(({ likelihood }) => likelihood), 0)
  return found
    .map(({ family, style, sounds, chunks, likelihood }) => ({
      family,
      style,
      sounds,
      chunks,
      weight: likelihood / best,
    }))
    .filter(({ weight, sounds }) => weight >= weightMin && sounds.length > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, readingsMax)
}

/** Whether no reading as Korean or Chinese explains the letters better than chance. */
function isForeign(found: readonly Weighed[]): boolean {
  return found.every(({ likelihood, sounds }) => likelihood < foreignPerSyllable ** sounds.length)
}

const lettersOf = (text: string, script: RegExp) => text.match(script)?.length ?? 0

/** Whoever asks for one list of a name's keys asks for another next. */
let last: { of: string; name: PreparedName } | null = null

/**
 * A name made ready for comparison: every likely reading of it as syllables, the likeliest first, those of each script
 * in it apart; and for names of other tongues its words in plain Latin letters.
 */
export function prepareName(text: string): PreparedName {
  last = last?.of === text ? last : { of: text, name: prepared(text) }
  return last.name
}

function prepared(text: string): PreparedName {
  const name = text
    .slice(0, lettersMax * 4)
    .normalize('NFKC')
    .slice(0, lettersMax)
  const whole = wholeName(text.slice(0, wholeLettersMax))
  const script = plain.test(name) ? 'Latn' : scriptOf(name)
  const most = (tested: RegExp, own: boolean) => own || lettersOf(name, tested) > 1
  const hangul = most(/\p{Script=Hangul}/gu, script === 'Hang') ? ofHangul(name) : []
  const characters = most(/\p{Script=Han}/gu, script === 'Hani') ? charactersOf(name) : []
  const pieces = most(/[\p{Script=Latin}\p{Script=Cyrillic}]/gu, script === 'Latn' || script === 'Cyrl')
    ? piecesOf(name)
    : noPieces
  const spelled = pieces.pieces.length > 0 ? ofLatin(pieces) : []
  const readings = [...ranked(hangul), ...ranked(ofHanzi(characters)), ...ranked(spelled)]
  const foreign = hangul.length === 0 && characters.length === 0 && isForeign(spelled)
  const asWords =
    foreign || script === 'Latn' || script === 'Cyrl' || lettersOf(name, /\p{Script=Hangul}/gu) > usualSyllablesMax
  return { text: name, whole, script, readings, characters, pieces, foreign, words: asWords ? foldedWords(name) : [] }
}
