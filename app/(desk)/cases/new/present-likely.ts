import type { Match } from '@/app/ui/answer'
import { label, optionsOf, words } from '@/app/words'
import type { LikelyPerson } from '@/db/people/likely-people'
import { likenessField } from '@/lib/intake/likeness'
import { likenesses } from '@/lib/intake/likenesses'
import type { Locale } from '@/lib/words/locales'

type Typed = { situation?: string | undefined; province?: string | undefined }
type Compared = { group: 'situations' | 'provinces'; here: string | undefined; there: string | null }

/** What was found, for the person who is asked: who it is, what agrees with what was typed, what does not. */
export function presentLikely(locale: Locale, found: readonly LikelyPerson[], typed: Typed): Match[] {
  const t = words(locale)
  const options = optionsOf(locale, 'likenesses', likenesses)
  return found.map(({ personId, ref, written, reasons, role, sex, birthYear, situation, province }) => {
    const compared: Compared[] = [
      { group: 'situations', here: typed.situation, there: situation },
      { group: 'provinces', here: typed.province, there: province },
    ]
    const both = compared.filter(({ here, there }) => here && there)
    const said = (of: readonly Compared[]) => of.map(({ group, there }) => label(locale, group, there ?? ''))
    const agrees = [
      ...reasons.map((reason) => label(locale, 'nameReasons', reason)),
      ...said(both.filter(({ here, there }) => here === there)),
    ]
    const differs = said(both.filter(({ here, there }) => here !== there))
    const known = [
      ...(role === 'subject' ? [] : [label(locale, 'personRoles', role)]),
      label(locale, 'situations', situation),
      ...(sex === 'U' ? [] : [label(locale, 'sexes', sex)]),
      ...(birthYear ? [t('likely.born', { year: birthYear })] : []),
    ]
    return {
      title: t('likely.file', { name: written, ref }),
      href: `/cases/${ref}`,
      text: known.join(' · '),
      agrees: t('likely.agrees', { what: agrees.join(', ') }),
      ...(differs.length > 0 && { differs: t('likely.differs', { what: differs.join(', ') }) }),
      ask: { name: likenessField(personId), legend: t('likely.question'), options },
    }
  })
}
