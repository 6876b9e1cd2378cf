import { label } from '@/app/words'
import type { Locale } from '@/lib/words/locales'

type Named = { role: string; names: readonly { isPrimary: boolean; text: string }[] }

/** What a person is called in this file: the primary names, else what they are to it. */
export function personName(person: Named, locale: Locale): string {
  const names = person.names.filter((name) => name.isPrimary).map((name) => name.text)
  return names.length > 0 ? names.join(' · ') : label(locale, 'personRoles', person.role)
}
