const firstSyllable = 0xac00
const lastSyllable = 0xd7a3

export const onsets = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
export const vowels = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'
/** The seven sounds a Korean syllable can end in, after a blank for none. */
export const codas = ' ㄱㄴㄷㄹㅁㅂㅇ'

const soundOfCoda = [0, 1, 1, 1, 2, 2, 2, 3, 4, 1, 5, 4, 4, 4, 6, 4, 5, 6, 6, 3, 3, 7, 3, 3, 1, 3, 6, 3]
const writtenCoda = [0, 1, 4, 7, 8, 16, 17, 21]
const glides = new Set([2, 3, 6, 7, 12, 17, 20])
const onsetN = 2
const onsetR = 5
const onsetNone = 11

export const syllableCodes = onsets.length * vowels.length * codas.length

export const onsetOf = (code: number): number => Math.floor(code / 168)
export const vowelOf = (code: number): number => Math.floor((code % 168) / 8)
export const codaOf = (code: number): number => code % 8
export const codeOf = (onset: number, vowel: number, coda: number): number => onset * 168 + vowel * 8 + coda

export function isSyllable(letter: string): boolean {
  const point = letter.codePointAt(0) ?? 0
  return point >= firstSyllable && point <= lastSyllable
}

/** The sound of one composed syllable as onset × 168 + vowel × 8 + the sound its final is spoken with. */
export function syllableCode(letter: string): number {
  const place = (letter.codePointAt(0) ?? firstSyllable) - firstSyllable
  return codeOf(Math.floor(place / 588), Math.floor((place % 588) / 28), soundOfCoda[place % 28] ?? 0)
}

export function syllableOf(code: number): string {
  const coda = writtenCoda[codaOf(code)] ?? 0
  return String.fromCodePoint(firstSyllable + onsetOf(code) * 588 + vowelOf(code) * 28 + coda)
}

/**
 * The syllable as the South writes it at the head of a word, where the North keeps ㄹ and ㄴ: 리 is 이, 녀 is 여, 로 is 노
 * (rule of initial sounds, Hangul orthography of 1988, articles 10–12).
 */
export function southern(code: number): number {
  const onset = onsetOf(code)
  const beforeGlide = glides.has(vowelOf(code))
  if (beforeGlide && (onset === onsetR || onset === onsetN)) return code + (onsetNone - onset) * 168
  return onset === onsetR ? code + (onsetN - onsetR) * 168 : code
}

/** The syllables that Southern spelling turns into this one. */
export function northern(code: number): number[] {
  const onset = onsetOf(code)
  const beforeGlide = glides.has(vowelOf(code))
  if (onset === onsetNone && beforeGlide) return [code - (onsetNone - onsetR) * 168, code - (onsetNone - onsetN) * 168]
  return onset === onsetN && !beforeGlide ? [code + (onsetR - onsetN) * 168] : []
}
