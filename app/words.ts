import { createTranslator } from 'use-intl/core'
import en from '@/lib/words/en.json'
import ko from '@/lib/words/ko.json'
import labelsEn from '@/lib/words/labels.en.json'
import labelsKo from '@/lib/words/labels.ko.json'
import type { Locale } from '@/lib/words/locales'

type Labels = typeof labelsEn
const catalogues = { en: { ...en, labels: labelsEn }, ko: { ...ko, labels: labelsKo } }

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

export type FormWords = (typeof catalogues)['en']['form'] & { errors: Record<string, string> }

const formTexts: Record<Locale, FormWords> = {
  en: { ...en.form, errors: en.errors },
  ko: { ...ko.form, errors: ko.errors },
}

/** Everything a form says about itself; one object per locale, so that a page with many forms sends it once. */
export const formWords = (locale: Locale): FormWords => formTexts[locale]
