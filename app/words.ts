import { createTranslator } from 'use-intl/core'
import en from '@/lib/words/en.json'
import forms from '@/lib/words/forms.json'
import ko from '@/lib/words/ko.json'
import labelsEn from '@/lib/words/labels.en.json'
import labelsKo from '@/lib/words/labels.ko.json'
import type { Locale } from '@/lib/words/locales'

type Labels = typeof labelsEn
const catalogues = {
  en: { ...en, ...forms.en, labels: labelsEn },
  ko: { ...ko, ...forms.ko, labels: labelsKo },
}

const translator = (locale: Locale) =>
  createTranslator<(typeof catalogues)['en']>({ locale, messages: catalogues[locale], timeZone: 'UTC' })

type Tree = { [key: string]: string | Tree }

const sentencesIn = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : sentencesIn(value, `${path}${key}.`),
  )

const place = /\{(\w+)\}/g
const isSimple = (sentence: string) => !/[{}'<]/.test(sentence.replaceAll(place, ''))

/** Most sentences have no grammar of their own, only places to fill: those need no ICU at a hundred calls a page. */
function quickly(locale: Locale): ReturnType<typeof translator> {
  const simple = new Map(sentencesIn(catalogues[locale]).filter(([, sentence]) => isSimple(sentence)))
  return new Proxy(translator(locale), {
    apply: (speak, self, [key, values = {}]: [string, Record<string, unknown>?]): unknown => {
      const sentence = simple.get(key)
      const isWhole = sentence?.match(place)?.every((name) => Object.hasOwn(values, name.slice(1, -1))) ?? true
      if (sentence === undefined || !isWhole) return Reflect.apply(speak, self, [key, values])
      return sentence.replaceAll(place, (_, name: string) => String(values[name]))
    },
  })
}

const translators = { en: quickly('en'), ko: quickly('ko') }

export type Translate = ReturnType<typeof translator>

/** The translator of one locale; made once, because parsing ICU messages is dearer than using them. */
export const words = (locale: Locale): Translate => translators[locale]

/** What a list's code is called: a plain lookup, cheap enough for every row; an unknown code stands for itself. */
export function label(locale: Locale, list: keyof Labels, code: string): string {
  const named: Record<string, string> = catalogues[locale].labels[list]
  return named[code] ?? code
}

/** A word list as the options of a choice. */
export const optionsOf = (locale: Locale, list: keyof Labels, codes: readonly string[]) =>
  codes.map((code) => ({ value: code, label: label(locale, list, code) }))
