import type { FieldSpec } from '@/app/ui/field-spec'
import { label, optionsOf, words } from '@/app/words'
import { channelKinds, contactDirections, contactOutcomes } from '@/lib/people/channels'
import type { Locale } from '@/lib/words/locales'
import { personName } from '../../person-name'

type People = readonly (Parameters<typeof personName>[0] & { id: string })[]
type OfPeople = { people: People }
type OfChannels = OfPeople & { channels: readonly { id: string; kind: string; personId: string }[] }

const whose = (view: OfPeople, locale: Locale): FieldSpec => ({
  name: 'personId',
  kind: 'choice',
  label: words(locale)('caseFile.person'),
  options: view.people.map((person) => ({ value: person.id, label: personName(person, locale) })),
  required: true,
})

export function channelFields(view: OfPeople, locale: Locale): FieldSpec[] {
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
    {
      name: 'codePhrase',
      kind: 'text',
      label: t('family.codePhrase'),
      hint: t('family.codePhraseHint'),
      required: false,
    },
  ]
}

function channelOptions(view: OfChannels, locale: Locale) {
  const t = words(locale)
  const names = new Map(view.people.map((person) => [person.id, personName(person, locale)]))
  const known = view.channels.map(({ id, kind, personId }) => ({
    value: id,
    label: `${label(locale, 'channelKinds', kind)} · ${names.get(personId) ?? '—'}`,
  }))
  const others = optionsOf(locale, 'channelKinds', channelKinds)
  return [...known, ...others.map(({ value, label: kind }) => ({ value, label: t('family.otherWay', { kind }) }))]
}

export function contactFields(view: OfChannels, locale: Locale): FieldSpec[] {
  const t = words(locale)
  return [
    whose(view, locale),
    {
      name: 'channelId',
      kind: 'choice',
      label: t('caseFile.channel'),
      hint: t('family.channelHint'),
      options: [{ value: '', label: t('caseFile.unknown') }, ...channelOptions(view, locale)],
      required: false,
    },
    { name: 'at', kind: 'date', label: t('caseFile.at'), hint: t('caseFile.atHint'), required: true },
    { name: 'hour', kind: 'text', label: t('family.hour'), hint: t('family.hourHint'), required: false },
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
    {
      name: 'outsideReason',
      kind: 'text',
      label: t('family.outsideReason'),
      hint: t('family.outsideReasonHint'),
      required: false,
      wide: true,
    },
    { name: 'nextTry', kind: 'date', label: t('family.nextTry'), hint: t('family.nextTryHint'), required: false },
    { name: 'nextHour', kind: 'text', label: t('family.nextHour'), hint: t('family.hourHint'), required: false },
  ]
}
