import type { FieldGroup } from '@/app/ui/field-spec'
import { optionsOf, words } from '@/app/words'
import { channelKinds } from '@/lib/people/channels'
import { provinces } from '@/lib/places/provinces'
import { situations } from '@/lib/situations/situations'
import { distances, sourceTypes } from '@/lib/sources/sources'
import type { Locale } from '@/lib/words/locales'

type Say = ReturnType<typeof words>

const who = (t: Say): FieldGroup => ({
  legend: t('newCase.nameQuestion'),
  fields: [
    { name: 'name', kind: 'text', label: t('newCase.name'), hint: t('newCase.nameHint'), required: true },
    { name: 'otherName', kind: 'text', label: t('newCase.otherName'), required: false },
  ],
  likely: true,
})

const told = (t: Say, locale: Locale): FieldGroup => ({
  legend: t('newCase.toldQuestion'),
  fields: [
    {
      name: 'sourceType',
      kind: 'choice',
      label: t('newCase.sourceType'),
      options: optionsOf(locale, 'sourceTypes', sourceTypes),
      required: true,
    },
    {
      name: 'distance',
      kind: 'choice',
      label: t('newCase.distance'),
      hint: t('newCase.distanceHint'),
      options: optionsOf(locale, 'distances', distances),
      required: true,
    },
    { name: 'told', kind: 'text', label: t('newCase.told'), hint: t('newCase.toldHint'), required: false },
    { name: 'isCallerNamed', kind: 'check', label: t('newCase.isCallerNamed'), hint: t('newCase.isCallerNamedHint') },
    { name: 'connection', kind: 'text', label: t('newCase.connection'), required: false },
  ],
})

const happening = (t: Say, locale: Locale): FieldGroup => ({
  legend: t('newCase.happeningQuestion'),
  fields: [
    {
      name: 'situation',
      kind: 'choice',
      label: t('newCase.situation'),
      options: optionsOf(locale, 'situations', situations),
      required: true,
    },
    {
      name: 'province',
      kind: 'choice',
      label: t('caseFile.province'),
      options: optionsOf(locale, 'provinces', provinces),
      required: false,
    },
    { name: 'place', kind: 'text', label: t('caseFile.place'), required: false },
    {
      name: 'account',
      kind: 'prose',
      label: t('newCase.account'),
      hint: t('newCase.accountHint'),
      required: false,
      wide: true,
    },
  ],
})

const reach = (t: Say, locale: Locale): FieldGroup => {
  const kinds = optionsOf(locale, 'channelKinds', channelKinds)
  return {
    legend: t('newCase.contactQuestion'),
    hint: t('caseFile.channelValueHint'),
    fields: [
      { name: 'contactKind', kind: 'choice', label: t('caseFile.channelKind'), options: kinds, required: false },
      { name: 'contactValue', kind: 'text', label: t('caseFile.channelValue'), required: false },
      { name: 'secondKind', kind: 'choice', label: t('newCase.secondKind'), options: kinds, required: false },
      { name: 'secondValue', kind: 'text', label: t('newCase.secondValue'), required: false },
    ],
  }
}

/** The four questions of an urgent call, and how to ring back. */
export function intakeFields(locale: Locale): FieldGroup[] {
  const t = words(locale)
  return [
    who(t),
    told(t, locale),
    happening(t, locale),
    {
      legend: t('newCase.whenQuestion'),
      fields: [{ name: 'when', kind: 'date', label: t('newCase.when'), hint: t('newCase.whenHint'), required: false }],
    },
    reach(t, locale),
  ]
}
