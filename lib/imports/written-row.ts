import type { Locale } from '@/lib/words/locales'
import { type ImportField, importFields } from './import-fields'
import { writeCode } from './read-code'

/** What a file says in the fields of a list; what it does not say, or may not be taken along, is left out. */
export type FileAnswers = { readonly [Field in ImportField]?: string | null }

const ofContacts: readonly ImportField[] = ['told', 'contactKind', 'contactValue', 'secondKind', 'secondValue']
const asked: readonly ImportField[] = ['confirmed']

/** The fields that an export fills: how people are reached and who told only where that was asked for. */
export const filledFields = (contacts: boolean): ImportField[] =>
  importFields.filter((field) => !asked.includes(field) && (contacts || !ofContacts.includes(field)))

/** One row of the template: codes as they are called in this language, dates in EDTF. */
export const writtenRow = (locale: Locale, answers: FileAnswers): string[] =>
  importFields.map((field) => writeCode(locale, field, answers[field] ?? ''))
