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

const translators = { en: translator('en'), ko: translator('ko') }

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
