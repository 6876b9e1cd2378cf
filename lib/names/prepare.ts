import { isSyllable, syllableCode } from './hangul'
import { mandarinOf, soundsOfCharacter } from './hanja'
import { type Pieces, piecesOf, readLatin } from './latin-name'
import { hangulOfPinyin } from './mandarin-in-hangul'
import { koreanOfPinyin, pinyinCode, readPinyin } from './pinyin'
import { type Sounds, soundsOf, soundsOfSyllable } from './sounds'
import { scriptOf, wholeName } from './whole-name'

/** Which pronunciation a reading stands for: Korean, Mandarin as pinyin, or Mandarin as Korean writes it. */
export type Family = 'korean' | 'mandarin' | 'transcribed'
export type Reading = { family: Family; style: string; sounds: Sounds[]; weight: number; rank: number }
export type PreparedName = { text: string; whole: string; script: string; readings: Reading[]; characters: string[]; pieces: Pieces }

const readingsMax = 8
const weightMin = 0.001
const lettersMax = 60
const transcribedInHanzi = 0.3

type Weighed = { family: Family; style: string; sounds: Sounds[]; likelihood: number }

function ofHangul(text: string): Weighed[] {
  const codes = [...text].filter(isSyllable).map(syllableCode)
  if (codes.length === 0) return []
  const sounds = codes.map((code, at) => soundsOfSyllable(code, at === 0 ? 'surname' : 'given'))
  return [{ family: 'korean', style: 'hangul', sounds, likelihood: 1 }]
}

function transcribed(syllables: readonly string[]): Sounds[] {
  return syllables
    .flatMap(hangulOfPinyin)
    .map((code, at) => soundsOfSyllable(code, at === 0 ? 'surname' : 'given'))
}

const mandarin = (syllables: readonly string[][]) =>
  syllables.map((readings) =>
    soundsOf(new Map(readings.map((syllable, at) => [pinyinCode(syllable), at === 0 ? 1 : 0.25]))),
  )

const charactersOf = (text: string) => [...text].filter((letter) => /\p{Script=Han}/u.test(letter))

function ofHanzi(text: string): Weighed[] {
  const characters = charactersOf(text)
  const sounds = characters.map((character, at) => soundsOfCharacter(character, at === 0 ? 'surname' : 'given'))
  const spoken = characters.map(mandarinOf)
  const found: Weighed[] = []
  if (sounds.every(({ codes }) => codes.length > 0)) found.push({ family: 'korean', style: 'hanja', sounds, likelihood: 1 })
  if (spoken.every((readings) => readings.length > 0)) {
    found.push({ family: 'mandarin', style: 'hanja', sounds: mandarin(spoken), likelihood: 1 })
    const usual = spoken.map(([first = '']) => first)
    found.push({ family: 'transcribed', style: 'hanja', sounds: transcribed(usual), likelihood: transcribedInHanzi })
  }
  return found
}

function ofLatin(pieces: Pieces): Weighed[] {
  const found: Weighed[] = []
  for (const style of ['south', 'north'] as const)
    for (const { sounds, likelihood } of readLatin(pieces, style)) found.push({ family: 'korean', style, sounds, likelihood })
  for (const { surname, given, likelihood } of readPinyin(pieces)) {
    const sounds = [
      ...surname.map((syllable) => koreanOfPinyin(syllable, 'surname').sounds),
      ...given.map((syllable) => koreanOfPinyin(syllable, 'given').sounds),
    ]
    const syllables = [...surname, ...given]
    if (sounds.every(({ codes }) => codes.length > 0)) found.push({ family: 'korean', style: 'pinyin', sounds, likelihood })
    found.push({ family: 'mandarin', style: 'pinyin', sounds: mandarin(syllables.map((syllable) => [syllable])), likelihood })
    found.push({ family: 'transcribed', style: 'pinyin', sounds: transcribed(syllables), likelihood })
  }
  return found
}

function ranked(found: readonly Weighed[]): Reading[] {
  const best = Math.max(...found.map(({ likelihood }) => likelihood), 0)
  return found
    .map(({ family, style, sounds, likelihood }) => ({ family, style, sounds, weight: likelihood / best, rank: 0 }))
    .filter(({ weight, sounds }) => weight >= weightMin && sounds.length > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, readingsMax)
}

/** A name made ready for comparison: every likely reading of it as syllables, the likeliest first. */
export function prepareName(text: string): PreparedName {
  const name = text.slice(0, lettersMax * 4).normalize('NFKC').slice(0, lettersMax)
  const script = scriptOf(name)
  const pieces = script === 'Latn' ? piecesOf(name) : { pieces: [], comma: -1 }
  const found = script === 'Hang' ? ofHangul(name) : script === 'Hani' ? ofHanzi(name) : script === 'Latn' ? ofLatin(pieces) : []
  const characters = script === 'Hani' ? charactersOf(name) : []
  return { text: name, whole: wholeName(name), script, readings: ranked(found), characters, pieces }
}
