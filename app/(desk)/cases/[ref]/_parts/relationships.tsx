import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import type { FieldSpec } from '@/app/ui/field-spec'
import { PostForm } from '@/app/ui/post-form'
import { label, optionsOf, words } from '@/app/words'
import { certainties, disclosures, relationships } from '@/lib/people/relationships'
import type { Locale } from '@/lib/words/locales'
import { addRelationshipAction } from '../actions'
import { personName } from '../person-name'
import { type Part, askedOf } from './part'

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

/** Who is what to whom, stored once and never told outside unless someone decides so. */
export function Relationships(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  const names = new Map(view.people.map((person) => [person.id, personName(person, locale)]))
  return (
    <Card id="relationships" title={t('caseFile.relationships')}>
      {view.relationships.length === 0 && <Empty why={t('caseFile.relationshipsEmpty')} />}
      <ul className="lines">
        {view.relationships.map(({ id, fromPerson, toPerson, type, certainty }) => (
          <li key={id}>
            {t('caseFile.relation', {
              from: names.get(fromPerson) ?? '—',
              type: label(locale, 'relationships', type),
              to: names.get(toPerson) ?? '—',
            })}{' '}
            <small>{label(locale, 'certainties', certainty)}</small>
          </li>
        ))}
      </ul>
      {view.can.edit && view.people.length > 1 && (
        <Asked
          {...askedOf(part)}
          id="relationship"
          title={t('caseFile.addRelationship')}
          draw={() => (
            <PostForm
              action={addRelationshipAction}
              id="relationship"
              form={standing.form('relationship.add')}
              hidden={{ ref: view.ref }}
              fields={newRelationFields(view, locale)}
              submit={t('caseFile.save')}
              locale={locale}
            />
          )}
        />
      )}
    </Card>
  )
}
