import { personName } from '@/app/(desk)/cases/[ref]/person-name'
import type { FieldGroup, FieldSpec } from '@/app/ui/field-spec'
import { withTyped } from '@/app/ui/with-typed'
import { label, optionsOf, words } from '@/app/words'
import { consentCapacities, consentDecisions, consentMethods, consentScopes } from '@/lib/consents/consents'
import type { Part } from './part'

const given = ({ view, standing: { look } }: Part): FieldSpec[] => {
  const t = words(look.locale)
  const who = view.people.map((person) => ({ value: person.id, label: personName(person, look.locale) }))
  const codes = (name: string, list: 'consentCapacities' | 'consentMethods', all: readonly string[]) => ({
    name,
    kind: 'choice' as const,
    options: optionsOf(look.locale, list, all),
    required: true,
  })
  return [
    { name: 'givenBy', kind: 'choice', label: t('intake.givenBy'), options: who, required: true },
    { ...codes('capacity', 'consentCapacities', consentCapacities), label: t('intake.capacity') },
    { ...codes('method', 'consentMethods', consentMethods), label: t('intake.method') },
    { name: 'at', kind: 'date', label: t('intake.consentAt'), required: true },
    { name: 'language', kind: 'text', label: t('intake.language'), required: true },
    { name: 'interpreter', kind: 'text', label: t('intake.interpreter'), required: false },
    { name: 'limits', kind: 'prose', label: t('intake.limits'), required: false, wide: true },
    { name: 'assent', kind: 'check', label: t('intake.assent'), hint: t('intake.assentHint') },
  ]
}

/** Each scope is a question of its own, answered by nobody beforehand; there is no box for all of them. */
export function consentFields(part: Part): FieldGroup[] {
  const { locale } = part.standing.look
  const t = words(locale)
  const decisions = consentDecisions.filter((decision) => decision !== 'lapsed')
  const scopes = consentScopes.map((scope): FieldSpec => ({
    name: scope,
    kind: 'choice',
    label: label(locale, 'consentScopes', scope),
    options: optionsOf(locale, 'consentDecisions', decisions),
    required: false,
  }))
  const groups = [
    { legend: t('intake.whoConsents'), fields: given(part) },
    { legend: t('intake.scopes'), hint: t('intake.scopesHint'), fields: scopes },
  ]
  return withTyped(groups, part.view.draft?.fields ?? {})
}
