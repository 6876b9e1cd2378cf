import { personName } from '@/app/(desk)/cases/[ref]/person-name'
import type { FieldGroup } from '@/app/ui/field-spec'
import { optionsOf, words } from '@/app/words'
import { kinFieldsOf, kinRows } from '@/lib/intake/kin'
import { disclosures, kinships } from '@/lib/people/relationships'
import { provinces } from '@/lib/places/provinces'
import type { Part } from './part'

/** Those of the family who are people of the file already, so that nobody is entered twice. */
const knownIn = ({ view, standing: { look } }: Part): string =>
  view.people
    .filter(({ role }) => role === 'relative')
    .map((person) => personName(person, look.locale))
    .join(' · ')

/** A row for each relative; rows that say nothing are not recorded. */
export function kinGroups(part: Part): FieldGroup[] {
  const { locale } = part.standing.look
  const t = words(locale)
  const known = knownIn(part)
  return kinRows.map((row) => {
    const { name, type, province, disclosure } = kinFieldsOf(row)
    const hint = row === 1 && known !== '' ? { hint: t('intake.kinKnown', { names: known }) } : {}
    const choice = { kind: 'choice' as const, required: false }
    return {
      legend: t('intake.kin', { row }),
      ...hint,
      fields: [
        { name, kind: 'text', label: t('intake.kinName'), required: false },
        { ...choice, name: type, label: t('intake.kinType'), options: optionsOf(locale, 'relationships', kinships) },
        { ...choice, name: province, label: t('intake.kinWhere'), options: optionsOf(locale, 'provinces', provinces) },
        {
          ...choice,
          name: disclosure,
          label: t('intake.kinDisclosure'),
          options: optionsOf(locale, 'disclosures', disclosures),
          value: 'never',
        },
      ],
    }
  })
}
