import type { FieldSpec } from '@/app/ui/field-spec'
import { label, optionsOf, words } from '@/app/words'
import type { CaseView } from '@/db/cases/read-case'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { presentPartialDate } from '@/lib/dates/present-partial-date'
import { provinces } from '@/lib/places/provinces'
import { situations } from '@/lib/situations/situations'
import { credibilities, stances } from '@/lib/sources/sources'
import type { Locale } from '@/lib/words/locales'

const graded = (locale: Locale, list: 'credibilities' | 'reliabilities', codes: readonly string[]) =>
  codes.map((code) => ({ value: code, label: `${code} ${label(locale, list, code)}` }))

/** Earlier entries by their date and situation, for one that corrects them. */
function correctable(view: CaseView, locale: Locale) {
  const replaced = new Set(view.entries.map((entry) => entry.correctionOf))
  const standing = view.entries.filter((entry) => !replaced.has(entry.id))
  return standing.map((entry) => ({
    value: entry.id,
    label: [
      label(locale, 'situations', entry.situation),
      entry.valid === null ? null : presentPartialDate(fromEdtf(entry.valid), locale),
    ]
      .filter(Boolean)
      .join(', '),
  }))
}

const sourceOptions = (view: CaseView, locale: Locale) =>
  view.sources.map(({ id, code, type, connection }) => ({
    value: id,
    label: [code, label(locale, 'sourceTypes', type), connection].filter(Boolean).join(' · '),
  }))

/** Who says so, in which stance, and how credible it is. */
function saidBy(view: CaseView, locale: Locale): FieldSpec[] {
  const t = words(locale)
  return [
    {
      name: 'sourceId',
      kind: 'choice',
      label: t('caseFile.source'),
      options: sourceOptions(view, locale),
      required: true,
    },
    {
      name: 'credibility',
      kind: 'choice',
      label: t('caseFile.credibility'),
      options: graded(locale, 'credibilities', credibilities),
      required: true,
    },
    {
      name: 'stance',
      kind: 'choice',
      label: t('caseFile.stance'),
      options: optionsOf(locale, 'stances', stances),
      value: 'asserts',
      required: true,
    },
  ]
}

/** How the entry fits those before it. */
function besideEarlier(view: CaseView, locale: Locale): FieldSpec[] {
  const t = words(locale)
  return [
    {
      name: 'gapReason',
      kind: 'text',
      label: t('caseFile.gapReason'),
      hint: t('caseFile.gapReasonHint'),
      required: false,
      wide: true,
    },
    {
      name: 'correctionOf',
      kind: 'choice',
      label: t('caseFile.correctionOf'),
      options: [{ value: '', label: t('caseFile.notCorrection') }, ...correctable(view, locale)],
      required: false,
    },
  ]
}

/** An entry of the life-cycle: what, when, where, who says so and how credible it is. */
export function situationFields(view: CaseView, locale: Locale): FieldSpec[] {
  const t = words(locale)
  return [
    {
      name: 'situation',
      kind: 'choice',
      label: t('caseFile.situation'),
      hint: t('caseFile.situationLead'),
      options: optionsOf(locale, 'situations', situations),
      required: true,
    },
    { name: 'when', kind: 'date', label: t('caseFile.valid'), hint: t('caseFile.validHint'), required: false },
    ...saidBy(view, locale),
    {
      name: 'province',
      kind: 'choice',
      label: t('caseFile.province'),
      options: optionsOf(locale, 'provinces', provinces),
      required: false,
    },
    { name: 'place', kind: 'text', label: t('caseFile.place'), required: false },
    { name: 'account', kind: 'prose', label: t('caseFile.note'), required: false, wide: true },
    { name: 'quote', kind: 'prose', label: t('caseFile.quote'), required: false, wide: true },
    ...besideEarlier(view, locale),
    {
      name: 'speaksForSelf',
      kind: 'check',
      label: t('decisions.speaks'),
      hint: t('decisions.speaksHint'),
      required: false,
      wide: true,
    },
  ]
}
