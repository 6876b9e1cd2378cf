import { codaOf, codas, onsetOf, onsets, vowelOf, vowels } from './hangul'

const onsetsAlike =
  'ㄱㄲ5 ㄱㅋ5 ㄲㅋ5 ㄷㄸ5 ㄷㅌ5 ㄸㅌ5 ㅂㅃ5 ㅂㅍ5 ㅃㅍ5 ㅈㅉ5 ㅈㅊ5 ㅉㅊ5 ㅅㅆ6 ㄴㄹ4 ㄹㅇ2 ㄴㅇ2 ㅎㅇ2'
const vowelsAlike =
  'ㅐㅔ9 ㅒㅖ9 ㅖㅔ5 ㅚㅙ9 ㅚㅞ9 ㅙㅞ9 ㅓㅗ4 ㅓㅡ4 ㅜㅡ4 ㅗㅜ4 ㅓㅜ3 ㅕㅛ4 ㅕㅠ3 ㅛㅠ3 ㅕㅓ3 ㅛㅗ3 ㅠㅜ3 ㅑㅏ3 ㅢㅣ5 ㅢㅡ4 ㅟㅣ3 ㅝㅓ4 ㅝㅗ3 ㅘㅏ3 ㅐㅖ3 ㅐㅏ1 ㅟㅢ3 ㅠㅡ2'
const codasAlike = 'ㄴㅇ4 ㄴㅁ3 ㅁㅇ2 ㄱㄷ3 ㄱㅂ3 ㄷㅂ3 ㄷㄹ2 ㄴㄹ1 ㄴㄷ1 ㅇㄱ2 ㅁㅂ2'
const unlikeOnset = 0.03
const unlikeVowel = 0.03
const unlikeCoda = 0.08

function matrix(packed: string, sounds: string, unlike: number): Float64Array {
  const size = sounds.length
  const found = new Float64Array(size * size).fill(unlike)
  for (let at = 0; at < size; at++) found[at * size + at] = 1
  for (const [a = '', b = '', tenths] of packed.split(' ')) {
    found[sounds.indexOf(a) * size + sounds.indexOf(b)] = Number(tenths) / 10
    found[sounds.indexOf(b) * size + sounds.indexOf(a)] = Number(tenths) / 10
  }
  return found
}

const nearOnsets = matrix(onsetsAlike, onsets, unlikeOnset)
const nearVowels = matrix(vowelsAlike, vowels, unlikeVowel)
const nearCodas = matrix(codasAlike, codas, unlikeCoda)

/** How easily one Korean syllable is misheard or mistyped as another, from 0 to 1. */
export function nearness(a: number, b: number): number {
  return (
    (nearOnsets[onsetOf(a) * onsets.length + onsetOf(b)] ?? 0) *
    (nearVowels[vowelOf(a) * vowels.length + vowelOf(b)] ?? 0) *
    (nearCodas[codaOf(a) * codas.length + codaOf(b)] ?? 0)
  )
}
