import { codeOf, onsets, vowels, codas } from './hangul'
import { remembered } from './remembered'

const initials: readonly (readonly [string, string])[] = [
  ['zh', 'ㅈ'],
  ['ch', 'ㅊ'],
  ['sh', 'ㅅ'],
  ['b', 'ㅂ'],
  ['p', 'ㅍ'],
  ['m', 'ㅁ'],
  ['f', 'ㅍ'],
  ['d', 'ㄷ'],
  ['t', 'ㅌ'],
  ['n', 'ㄴ'],
  ['l', 'ㄹ'],
  ['g', 'ㄱ'],
  ['k', 'ㅋ'],
  ['h', 'ㅎ'],
  ['j', 'ㅈ'],
  ['q', 'ㅊ'],
  ['x', 'ㅅ'],
  ['r', 'ㄹ'],
  ['z', 'ㅉ'],
  ['c', 'ㅊ'],
  ['s', 'ㅆ'],
]

/** Finals as vowel and coda; a second syllable follows the point. */
const finals: Record<string, string> = {
  a: 'ㅏ',
  o: 'ㅗ',
  e: 'ㅓ',
  i: 'ㅣ',
  u: 'ㅜ',
  v: 'ㅟ',
  ai: 'ㅏ.ㅣ',
  ei: 'ㅔ.ㅣ',
  ao: 'ㅏ.ㅗ',
  ou: 'ㅓ.ㅜ',
  an: 'ㅏㄴ',
  en: 'ㅓㄴ',
  ang: 'ㅏㅇ',
  eng: 'ㅓㅇ',
  er: 'ㅓㄹ',
  ia: 'ㅑ',
  io: 'ㅛ',
  ie: 'ㅖ',
  iao: 'ㅑ.ㅗ',
  iu: 'ㅠ',
  ian: 'ㅖㄴ',
  in: 'ㅣㄴ',
  iang: 'ㅑㅇ',
  ing: 'ㅣㅇ',
  iong: 'ㅠㅇ',
  ua: 'ㅘ',
  uo: 'ㅝ',
  uai: 'ㅘ.ㅣ',
  ui: 'ㅜ.ㅣ',
  uan: 'ㅘㄴ',
  un: 'ㅜㄴ',
  uang: 'ㅘㅇ',
  ong: 'ㅜㅇ',
  ve: 'ㅞ',
  van: 'ㅟ.ㅏㄴ',
  vn: 'ㅟㄴ',
  wei: 'ㅞ.ㅣ',
  wen: 'ㅝㄴ',
  weng: 'ㅝㅇ',
  silent: 'ㅡ',
}

const alone: Record<string, string> = {
  yi: 'i',
  wu: 'u',
  yu: 'v',
  ya: 'ia',
  yo: 'io',
  ye: 'ie',
  yao: 'iao',
  you: 'iu',
  yan: 'ian',
  yin: 'in',
  yang: 'iang',
  ying: 'ing',
  wa: 'ua',
  wo: 'uo',
  wai: 'uai',
  wei: 'wei',
  wan: 'uan',
  wen: 'wen',
  wang: 'uang',
  weng: 'weng',
  yue: 've',
  yuan: 'van',
  yun: 'vn',
  yong: 'iong',
}

const plain: Record<string, string> = { ㅑ: 'ㅏ', ㅖ: 'ㅔ', ㅛ: 'ㅗ', ㅠ: 'ㅜ' }

function partsOf(pinyin: string): [initial: string, onset: string, final: string] {
  const [initial, onset] = initials.find(([letters]) => pinyin.startsWith(letters)) ?? ['', 'ㅇ']
  const rest = pinyin.slice(initial.length)
  if (initial === '') return [initial, onset, alone[pinyin] ?? pinyin]
  if (rest === 'i' && /^([zcs]h?|r)$/.test(initial)) return [initial, onset, 'silent']
  return [initial, onset, /^[jqx]u/.test(pinyin) ? rest.replace('u', 'v') : rest]
}

function transcribe(pinyin: string): number[] {
  const [, onset, final] = partsOf(pinyin)
  const spelled = finals[final]
  if (!spelled) return []
  return spelled.split('.').map((part, at) => {
    const [vowel = '', coda = ''] = part
    const softened = at === 0 && 'ㅈㅉㅊ'.includes(onset) ? (plain[vowel] ?? vowel) : vowel
    return codeOf(
      onsets.indexOf(at === 0 ? onset : 'ㅇ'),
      vowels.indexOf(softened),
      coda === '' ? 0 : codas.indexOf(coda),
    )
  })
}

const syllablesMax = 600

/** A pinyin syllable as Hangul by the rules for loanwords (National Institute of Korean Language, table 5), as syllable codes. */
export const hangulOfPinyin = remembered(transcribe, syllablesMax)
