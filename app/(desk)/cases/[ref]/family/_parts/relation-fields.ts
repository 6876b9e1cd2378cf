import type { FieldGroup, FieldSpec } from '@/app/ui/field-spec'
import { optionsOf, words } from '@/app/words'
import { channelKinds } from '@/lib/people/channels'
import { sexes } from '@/lib/people/people'
import { certainties, disclosures, kinships, relationships } from '@/lib/people/relationships'
import type { Locale } from '@/lib/words/locales'
import { personName } from '../../person-name'
import { windowFields } from './window-fields'

type People = { people: readonly (Parameters<typeof personName>[0] & { id: string })[] }
type Standing = { type?: string; certainty: string; disclosure: string }

/** What is asked of a relationship, whoever is related; the box is for a parent who seems too young. */
export function relationFields(standing: Standing, locale: Locale): FieldSpec[] {
  const t = words(locale)
  return [
    {
      name: 'certainty',
      kind: 'choice',
      label: t('caseFile.certainty'),
      options: optionsOf(locale, 'certainties', certainties),
      value: standing.certainty,
      required: true,
    },
    {
      name: 'disclosure',
      kind: 'choice',
      label: t('family.disclosure'),
      hint: t('family.disclosureHint'),
      options: optionsOf(locale, 'disclosures', disclosures),
      value: standing.disclosure,
      required: true,
    },
    { name: 'isChecked', kind: 'check', label: t('family.isChecked') },
  ]
}

export function newRelationFields(view: People, locale: Locale): FieldSpec[] {
  const t = words(locale)
  const options = view.people.map((person) => ({ value: person.id, label: personName(person, locale) }))
  const types = optionsOf(locale, 'relationships', relationships)
  return [
    { name: 'from', kind: 'choice', label: t('caseFile.from'), options, required: true },
    { name: 'type', kind: 'choice', label: t('caseFile.isThe'), options: types, required: true },
    { name: 'to', kind: 'choice', label: t('caseFile.to'), options, required: true },
    ...relationFields({ certainty: 'stated', disclosure: 'never' }, locale),
  ]
}

/** One of the family, how they are reached and when that is safe. */
export function relativeFields(locale: Locale): (FieldSpec | FieldGroup)[] {
  const t = words(locale)
  const choice = { kind: 'choice' as const, required: false }
  return [
    { name: 'name', kind: 'text', label: t('intake.kinName'), required: true },
    {
      ...choice,
      name: 'type',
      label: t('intake.kinType'),
      options: optionsOf(locale, 'relationships', kinships),
      required: true,
    },
    { ...choice, name: 'sex', label: t('caseFile.sex'), options: optionsOf(locale, 'sexes', sexes), value: 'U' },
    {
      ...choice,
      name: 'disclosure',
      label: t('family.disclosure'),
      hint: t('family.disclosureHint'),
      options: optionsOf(locale, 'disclosures', disclosures),
      value: 'never',
    },
    {
      ...choice,
      name: 'kind',
      label: t('caseFile.channelKind'),
      options: optionsOf(locale, 'channelKinds', channelKinds),
    },
    {
      name: 'value',
      kind: 'text',
      label: t('caseFile.channelValue'),
      hint: t('caseFile.channelValueHint'),
      required: false,
    },
    {
      name: 'codePhrase',
      kind: 'text',
      label: t('family.codePhrase'),
      hint: t('family.codePhraseHint'),
      required: false,
    },
    ...windowFields(null, locale),
  ]
}
