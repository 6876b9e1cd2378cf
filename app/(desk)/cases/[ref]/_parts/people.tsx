import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import { Definitions } from '@/app/ui/definitions'
import type { FieldSpec } from '@/app/ui/field-spec'
import { PostForm } from '@/app/ui/post-form'
import { label, optionsOf, words } from '@/app/words'
import type { CaseView } from '@/db/cases/read-case'
import type { PersonView } from '@/db/people/present-people'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { presentPartialDate } from '@/lib/dates/present-partial-date'
import { nameKinds, nameSchemes } from '@/lib/people/names'
import { personRoles, sexes } from '@/lib/people/people'
import type { Locale } from '@/lib/words/locales'
import { addNameAction, addPersonAction, editPersonAction } from '../actions'
import { personName } from '../person-name'
import { type Part, askedOf } from './part'
import { Saved } from './saved'

const sexField = (locale: Locale, value: string): FieldSpec => ({
  name: 'sex',
  kind: 'choice',
  label: words(locale)('caseFile.sex'),
  options: optionsOf(locale, 'sexes', sexes),
  value,
  required: true,
})

const birthText = (birth: string | null, locale: Locale) =>
  birth === null ? null : presentPartialDate(fromEdtf(birth), locale)

function EditPerson({ person, ...part }: Part & { person: PersonView }) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  const birth = birthText(person.birth, locale) ?? ''
  return (
    <Asked
      {...askedOf(part)}
      id={`person-${person.id}`}
      title={`${t('caseFile.change')}: ${personName(person, locale)}`}
      draw={() => (
        <PostForm
          action={editPersonAction}
          id={`person-${person.id}`}
          form={standing.form('person.edit')}
          hidden={{ ref: view.ref, personId: person.id, version: String(person.version) }}
          fields={[
            sexField(locale, person.sex),
            {
              name: 'birth',
              kind: 'date',
              label: t('caseFile.birth'),
              hint: t('caseFile.birthHint'),
              value: birth,
              required: false,
            },
          ]}
          submit={t('caseFile.save')}
          locale={locale}
        />
      )}
    />
  )
}

function Person({ person, ...part }: Part & { person: PersonView }) {
  const { locale } = part.standing.look
  const t = words(locale)
  const names = person.names.map(({ id, text, kind, scheme }) => ({
    key: id,
    term: label(locale, 'nameKinds', kind) + (scheme === 'none' ? '' : ` · ${label(locale, 'nameSchemes', scheme)}`),
    value: text,
  }))
  const facts = [
    { term: t('caseFile.sex'), value: label(locale, 'sexes', person.sex) },
    { term: t('caseFile.birth'), value: birthText(person.birth, locale) ?? t('caseFile.unknown') },
  ]
  return (
    <section className="person">
      <h3>
        {personName(person, locale)}
        {person.names.length > 0 && <small> {label(locale, 'personRoles', person.role)}</small>}
      </h3>
      <Definitions items={[...names, ...facts]} />
      {part.view.can.edit && <EditPerson person={person} {...part} />}
    </section>
  )
}

function nameFields(view: CaseView, locale: Locale): FieldSpec[] {
  const t = words(locale)
  const [subject] = view.people
  return [
    {
      name: 'personId',
      kind: 'choice',
      label: t('caseFile.person'),
      options: view.people.map((person) => ({ value: person.id, label: personName(person, locale) })),
      value: subject?.id,
      required: true,
    },
    { name: 'text', kind: 'text', label: t('caseFile.nameText'), required: true },
    {
      name: 'kind',
      kind: 'choice',
      label: t('caseFile.nameKind'),
      options: optionsOf(locale, 'nameKinds', nameKinds),
      value: 'as_reported',
      required: true,
    },
    {
      name: 'scheme',
      kind: 'choice',
      label: t('caseFile.nameScheme'),
      options: optionsOf(locale, 'nameSchemes', nameSchemes),
      value: 'none',
      required: true,
    },
    { name: 'primary', kind: 'check', label: t('caseFile.primary') },
  ]
}

function personFields(locale: Locale): FieldSpec[] {
  const t = words(locale)
  const roles = personRoles.filter((role) => role !== 'subject')
  return [
    {
      name: 'role',
      kind: 'choice',
      label: t('caseFile.role'),
      options: optionsOf(locale, 'personRoles', roles),
      required: true,
    },
    { name: 'name', kind: 'text', label: t('caseFile.nameText'), required: false },
    sexField(locale, 'U'),
  ]
}

/** Everyone in the file under all their names, the subject first. */
export function People(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  const form = { locale, submit: t('caseFile.save'), hidden: { ref: view.ref } }
  return (
    <Card id="people" title={t('caseFile.people')}>
      <Saved part={part} of="people" />
      {view.people.map((person) => (
        <Person key={person.id} person={person} {...part} />
      ))}
      {view.can.edit && (
        <>
          <Asked
            {...askedOf(part)}
            id="name"
            title={t('caseFile.addName')}
            draw={() => (
              <PostForm
                {...form}
                action={addNameAction}
                id="name"
                form={standing.form('name.add')}
                fields={nameFields(view, locale)}
              />
            )}
          />
          <Asked
            {...askedOf(part)}
            id="person"
            title={t('caseFile.addPerson')}
            draw={() => (
              <PostForm
                {...form}
                action={addPersonAction}
                id="person"
                form={standing.form('person.add')}
                fields={personFields(locale)}
              />
            )}
          />
        </>
      )}
    </Card>
  )
}
