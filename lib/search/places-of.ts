import { provinceNames } from '@/lib/places/province-names'
import { type Province, provinces } from '@/lib/places/provinces'
import en from '@/lib/words/labels.en.json'
import ko from '@/lib/words/labels.ko.json'
import { foldedText } from './word-tests'

const lettersMin = 2
const wordsOf = (text: string) => foldedText(text).match(/[\p{L}\p{N}]+/gu) ?? []

const named: { code: Province; names: string[][] }[] = provinces
  .filter((code) => code !== 'OTHER' && code !== 'CN-OTHER')
  .map((code) => ({
    code,
    names: [en.provinces[code], ko.provinces[code], ...(provinceNames[code] ?? [])].map(wordsOf),
  }))

/** The provinces that a text names in any language: each of its words begins a word of the name. */
export function placesOf(text: string): Province[] {
  const asked = wordsOf(text)
  if (asked.length === 0 || asked.some((word) => word.length < lettersMin)) return []
  const isNamed = (name: string[]) => asked.every((word) => name.some((one) => one.startsWith(word)))
  return named.filter(({ names }) => names.some(isNamed)).map(({ code }) => code)
}
