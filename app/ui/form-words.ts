import forms from '@/lib/words/forms.json'
import type { Locale } from '@/lib/words/locales'

export type FormWords = (typeof forms)['en']['form'] & { errors: Record<string, string> }

const said: Record<Locale, FormWords> = {
  en: { ...forms.en.form, errors: forms.en.errors },
  ko: { ...forms.ko.form, errors: forms.ko.errors },
}

/** Everything a form says about itself. It is part of the script that draws forms, so that no page carries it once more. */
export const formWords = (locale: Locale): FormWords => said[locale]
