import type { FieldGroup, FieldSpec } from '@/app/ui/field-spec'
import { label, optionsOf, words } from '@/app/words'
import { discloseFieldOf, harmFieldOf } from '@/lib/interventions/forms'
import {
  disclosedFields,
  harmed,
  impacts,
  interventionOutcomes,
  interventionTypes,
  legalBases,
  mechanisms,
} from '@/lib/interventions/interventions'
import { nextTellings } from '@/lib/interventions/may-step'
import type { Locale } from '@/lib/words/locales'
import type { OfIntervention } from './part'

function bodyFields(locale: Locale): FieldSpec[] {
  const t = words(locale)
  return [
    {
      name: 'type',
      kind: 'choice',
      label: t('interventions.type'),
      options: optionsOf(locale, 'interventionTypes', interventionTypes),
      required: true,
    },
    {
      name: 'mechanism',
      kind: 'choice',
      label: t('interventions.mechanism'),
      hint: t('interventions.mechanismHint'),
      options: optionsOf(locale, 'mechanisms', mechanisms),
      required: true,
    },
    {
      name: 'addressee',
      kind: 'text',
      label: t('interventions.addressee'),
      hint: t('interventions.addresseeHint'),
      required: true,
      wide: true,
    },
    { name: 'requestedAction', kind: 'prose', label: t('interventions.requestedAction'), required: true, wide: true },
  ]
}

/** Everything a draft asks; the harm is asked of each person apart, and none of it is answered beforehand. */
export function appealFields(locale: Locale, value: Record<string, string> = {}): FieldGroup[] {
  const t = words(locale)
  const told = disclosedFields.map((field): FieldSpec => ({
    name: discloseFieldOf(field),
    kind: 'check',
    label: label(locale, 'disclosedFields', field),
    required: false,
  }))
  const weighed = harmed.map((who): FieldSpec => ({
    name: harmFieldOf(who),
    kind: 'prose',
    label: t(`interventions.${harmFieldOf(who)}`),
    required: true,
    wide: true,
  }))
  const groups = [
    { legend: t('interventions.what'), fields: bodyFields(locale) },
    { legend: t('interventions.disclosed'), hint: t('interventions.disclosedHint'), fields: told },
    { legend: t('interventions.harm'), hint: t('interventions.harmHint'), fields: weighed },
  ]
  return groups.map((group) => ({
    ...group,
    fields: group.fields.map((spec) => ({ ...spec, value: value[spec.name] })),
  }))
}

export const noteField = (locale: Locale, name: 'note' | 'submitNote' = 'note'): FieldSpec => ({
  name: 'note',
  kind: 'prose',
  label: words(locale)(`interventions.${name}`),
  required: false,
  wide: true,
})

export const submitFields = (locale: Locale): FieldSpec[] => [
  {
    name: 'replyDue',
    kind: 'date',
    label: words(locale)('interventions.replyDue'),
    hint: words(locale)('interventions.replyDueHint'),
    required: false,
  },
  noteField(locale, 'submitNote'),
]

export const overrideFields = (locale: Locale): FieldSpec[] => [
  {
    name: 'basis',
    kind: 'choice',
    label: words(locale)('interventions.basis'),
    options: optionsOf(locale, 'legalBases', legalBases),
    required: true,
  },
  { name: 'reason', kind: 'prose', label: words(locale)('interventions.reason'), required: true, wide: true },
]

export function tellFields({ one, standing }: OfIntervention): FieldSpec[] {
  const { locale } = standing.look
  const t = words(locale)
  return [
    {
      name: 'state',
      kind: 'choice',
      label: t('interventions.state'),
      options: optionsOf(locale, 'interventionStates', nextTellings(one.state)),
      required: true,
    },
    { name: 'at', kind: 'date', label: t('interventions.at'), required: true },
    {
      name: 'outcome',
      kind: 'choice',
      label: t('interventions.outcome'),
      hint: t('interventions.outcomeHint'),
      options: optionsOf(locale, 'interventionOutcomes', interventionOutcomes),
      required: false,
    },
    {
      name: 'impact',
      kind: 'choice',
      label: t('interventions.impact'),
      options: optionsOf(locale, 'impacts', impacts),
      required: false,
    },
    noteField(locale),
  ]
}
