import { channelKinds } from '@/lib/people/channels'
import { sexes } from '@/lib/people/people'
import { provinceNames } from '@/lib/places/province-names'
import { provinces } from '@/lib/places/provinces'
import { situations } from '@/lib/situations/situations'
import { distances, sourceTypes } from '@/lib/sources/sources'
import labelsEn from '@/lib/words/labels.en.json'
import labelsKo from '@/lib/words/labels.ko.json'
import type { Locale } from '@/lib/words/locales'
import type { ImportField } from './import-fields'

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._-]+/g, ' ')
    .trim()

type List = 'situations' | 'provinces' | 'sourceTypes' | 'distances' | 'channelKinds' | 'sexes'

const codes: Record<List, readonly string[]> = { situations, provinces, sourceTypes, distances, channelKinds, sexes }

/** The list of each field that holds a code. */
const listOf: Partial<Record<ImportField, List>> = {
  sex: 'sexes',
  situation: 'situations',
  province: 'provinces',
  sourceType: 'sourceTypes',
  distance: 'distances',
  contactKind: 'channelKinds',
  secondKind: 'channelKinds',
}

/** What other lists write for the same thing. */
const others: Partial<Record<List, Record<string, string>>> = {
  sexes: {
    woman: 'F',
    girl: 'F',
    여: 'F',
    여자: 'F',
    女: 'F',
    man: 'M',
    boy: 'M',
    남: 'M',
    남자: 'M',
    男: 'M',
    unknown: 'U',
    미상: 'U',
  },
  provinces: Object.fromEntries(
    Object.entries(provinceNames).flatMap(([code, names]) => names.map((name) => [plain(name), code])),
  ),
}

const named = (list: List): ReadonlyMap<string, string> => {
  const [en, ko]: Record<string, string>[] = [labelsEn[list], labelsKo[list]]
  const own = codes[list].flatMap((code) =>
    [code, en?.[code], ko?.[code]].flatMap((text) => (text === undefined ? [] : [[plain(text), code] as const])),
  )
  return new Map([...Object.entries(others[list] ?? {}), ...own])
}

const names = new Map<List, ReadonlyMap<string, string>>()

const labelsOf = { en: labelsEn, ko: labelsKo }

const written: Record<Locale, Map<ImportField, Map<string, string>>> = { en: new Map(), ko: new Map() }

function calledAs(locale: Locale, field: ImportField): Map<string, string> {
  const list = listOf[field]
  const labels: Record<string, string> = list === undefined ? {} : labelsOf[locale][list]
  return new Map(Object.entries(labels).filter(([code, label]) => readCode(field, label) === code))
}

/** What a code of this field is called, where that reads back as the same code; else the code itself. */
export function writeCode(locale: Locale, field: ImportField, code: string): string {
  const called = written[locale].get(field) ?? calledAs(locale, field)
  written[locale].set(field, called)
  return called.get(code) ?? code
}

/** The code a cell means, by the code itself or by what it is called in English or Korean; other text as it is. */
export function readCode(field: ImportField, text: string): string {
  const list = listOf[field]
  if (list === undefined) return text
  const known = names.get(list) ?? named(list)
  names.set(list, known)
  return known.get(plain(text)) ?? text
}
