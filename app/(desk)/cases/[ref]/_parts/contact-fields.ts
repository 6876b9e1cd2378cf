import type { FieldSpec } from '@/app/ui/field-spec'
import { label, optionsOf, words } from '@/app/words'
import type { CaseView } from '@/db/cases/read-case'
import { channelKinds, contactDirections, contactOutcomes } from '@/lib/people/channels'
import type { Locale } from '@/lib/words/locales'
import { personName } from '../person-name'

const whose = (view: CaseView, locale: Locale): FieldSpec => ({
  name: 'personId',
  kind: 'choice',
  label: words(locale)('caseFile.person'),
  options: view.people.map((person) => ({ value: person.id, label: personName(person, locale) })),
  required: true,
})

export function channelFields(view: CaseView, locale: Locale): FieldSpec[] {
  const t = words(locale)
  return [
    whose(view, locale),
    {
      name: 'kind',
      kind: 'choice',
      label: t('caseFile.channelKind'),
      options: optionsOf(locale, 'channelKinds', channelKinds),
      required: true,
    },
    {
      name: 'value',
      kind: 'text',
      label: t('caseFile.channelValue'),
      hint: t('caseFile.channelValueHint'),
      required: true,
    },
  ]
}

function channelOptions(view: CaseView, locale: Locale) {
  const names = new Map(view.people.map((person) => [person.id, personName(person, locale)]))
  return view.channels.map(({ id, kind, personId }) => ({
    value: id,
    label: `${label(locale, 'channelKinds', kind)} · ${names.get(personId) ?? '—'}`,
  }))
}

export function contactFields(view: CaseView, locale: Locale): FieldSpec[] {
  const t = words(locale)
  return [
    whose(view, locale),
    {
      name: 'channelId',
      kind: 'choice',
      label: t('caseFile.channel'),
      options: [{ value: '', label: t('caseFile.unknown') }, ...channelOptions(view, locale)],
      required: false,
    },
    { name: 'at', kind: 'date', label: t('caseFile.at'), hint: t('caseFile.atHint'), required: true },
    {
      name: 'direction',
      kind: 'choice',
      label: t('caseFile.direction'),
      options: optionsOf(locale, 'contactDirections', contactDirections),
      required: true,
    },
    {
      name: 'outcome',
      kind: 'choice',
      label: t('caseFile.outcome'),
      options: optionsOf(locale, 'contactOutcomes', contactOutcomes),
      required: true,
    },
    { name: 'note', kind: 'text', label: t('caseFile.logNote'), required: false, wide: true },
  ]
}
