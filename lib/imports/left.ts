import en from '@/lib/words/en.json'
import forms from '@/lib/words/forms.json'
import ko from '@/lib/words/ko.json'
import type { Locale } from '@/lib/words/locales'
import type { Alike } from './alike'
import type { Mapping } from './forms'
import { type ImportField, importFields, ownHeadings } from './import-fields'

const imports = { en: en.imports, ko: ko.imports }

const isField = (target: string): target is ImportField => importFields.some((field) => field === target)

/** A file that a row may be about, with what they agree and differ in. */
function alikeText(locale: Locale, { ref, agrees, differs }: Alike): string {
  const { fields, alike } = imports[locale]
  const told = (
    [
      ['agrees', agrees],
      ['differs', differs],
    ] as const
  ).flatMap(([word, facets]) =>
    facets.length === 0 ? [] : [alike[word].replace('{what}', facets.map((facet) => fields[facet]).join(', '))],
  )
  return `${ref} (${told.join('; ')})`
}

/** What is wrong with a row, in words: `field:word` and, for one that may be somebody who has a file, those files. */
export function reasonText(locale: Locale, reason: string, refs: readonly Alike[]): string {
  const [field = '', word = ''] = reason.split(':')
  const { fields, match, twin, whole } = imports[locale]
  if (word === 'match') return match.replace('{refs}', refs.map((one) => alikeText(locale, one)).join(', '))
  if (field === 'twin') return twin.replace('{row}', word)
  const wholes: Record<string, string> = whole
  if (field === 'row') return wholes[word] ?? word
  const errors: Record<string, string> = forms[locale].errors
  return `${isField(field) ? fields[field] : field}: ${errors[word] ?? word}`
}

/** The headings of an empty list to fill in, each understood when it comes back. */
export const templateHeadings = (locale: Locale): string[] => importFields.map((field) => imports[locale].fields[field])

type Sent = { headings: readonly string[]; hasHeader: boolean; mapping: Mapping | null }

/** The list as it was sent, headings added where it had none, and behind it who is not the same, the row, and why. */
export function leftHeadings(locale: Locale, { headings, hasHeader, mapping }: Sent): string[] {
  const { fields, column } = imports[locale]
  const named = headings.map((heading, place) => {
    const target = mapping?.columns[place] ?? ''
    return hasHeader ? heading : isField(target) ? fields[target] : column.replace('{n}', String(place + 1))
  })
  const asksSame = mapping?.columns.includes('confirmed') ? [] : [fields.confirmed]
  return [...named, ...asksSame, ownHeadings.row, ownHeadings.reasons]
}
