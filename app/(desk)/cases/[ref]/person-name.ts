import { label } from '@/app/words'
import type { PersonView } from '@/db/people/present-people'
import type { Locale } from '@/lib/words/locales'

/** What a person is called in this file: the primary names, else what they are to it. */
export function personName(person: PersonView, locale: Locale): string {
  const names = person.names.filter((name) => name.isPrimary).map((name) => name.text)
  return names.length > 0 ? names.join(' · ') : label(locale, 'personRoles', person.role)
}
