import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { PostForm } from '@/app/ui/post-form'
import { type Column, Table } from '@/app/ui/table'
import { label, optionsOf, words } from '@/app/words'
import type { FamilyView } from '@/db/contacts/read-family'
import { relationships as types } from '@/lib/people/relationships'
import { newRelationFields, relationFields, relativeFields } from './relation-fields'
import { addRelationAction, addRelativeAction, editRelationAction } from '../actions'
import { Confirmed, type Part, askedOf, namesIn, pathOf, placeText } from './part'
import { Tree } from './tree'

type Relation = FamilyView['relationships'][number]

function relationText({ fromPerson, toPerson, type }: Relation, part: Part): string {
  const { locale } = part.standing.look
  const names = namesIn(part)
  return words(locale)('caseFile.relation', {
    from: names.get(fromPerson) ?? '—',
    type: label(locale, 'relationships', type),
    to: names.get(toPerson) ?? '—',
  })
}

/** Where the one is whom the relation is about: whoever of the two is not the subject. */
function whereabouts({ fromPerson, toPerson }: Relation, part: Part): string {
  const people = part.view.people.filter(({ id }) => id === fromPerson || id === toPerson)
  const other = people.find(({ role }) => role !== 'subject') ?? people[0]
  if (!other) return '—'
  return placeText({ place: other.whereabouts, province: other.province }, part) || '—'
}

function Kin(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  const columns: Column[] = [
    { key: 'who', label: t('family.relation') },
    { key: 'certainty', label: t('caseFile.certainty'), card: 'second' },
    { key: 'where', label: t('family.whereabouts'), card: 'labelled' },
    { key: 'disclosure', label: t('family.disclosure'), card: 'labelled' },
  ]
  const rows = view.relationships.map((relation) => {
    const form = `relation-${relation.id}`
    const text = relationText(relation, part)
    return {
      key: relation.id,
      cells: [
        view.head.can.edit ? (
          <a key="edit" href={`${pathOf(part)}?form=${form}#${form}`} aria-label={`${t('caseFile.change')}: ${text}`}>
            {text}
          </a>
        ) : (
          text
        ),
        label(locale, 'certainties', relation.certainty),
        whereabouts(relation, part),
        label(locale, 'disclosures', relation.disclosure),
      ],
    }
  })
  return <Table caption={t('family.tableCaption')} columns={columns} rows={rows} />
}

function EditRelation(part: Part) {
  const { view, standing, asked } = part
  const { locale } = standing.look
  const t = words(locale)
  const relation = view.relationships.find(({ id }) => asked === `relation-${id}`)
  if (!relation || !view.head.can.edit) return null
  const { id, type, certainty, disclosure, version } = relation
  return (
    <Asked
      {...askedOf(part)}
      id={`relation-${id}`}
      title={`${t('caseFile.change')}: ${relationText(relation, part)}`}
      draw={() => (
        <PostForm
          action={editRelationAction}
          id={`relation-${id}`}
          form={standing.form('relationship.edit')}
          hidden={{ ref: view.ref, relationshipId: id, version: String(version) }}
          fields={[
            {
              name: 'type',
              kind: 'choice',
              label: t('family.relation'),
              options: optionsOf(locale, 'relationships', types),
              value: type,
              required: true,
            },
            ...relationFields({ certainty, disclosure }, locale),
          ]}
          submit={t('caseFile.save')}
          locale={locale}
        />
      )}
    />
  )
}

/** How the family is added to: one relative with all that is heard of them, or what two people are to each other. */
function Additions(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  if (!view.head.can.edit) return null
  const common = { hidden: { ref: view.ref }, submit: t('caseFile.save'), locale }
  return (
    <>
      <Asked
        {...askedOf(part)}
        id="relative"
        title={t('family.addRelative')}
        draw={() => (
          <PostForm
            {...common}
            action={addRelativeAction}
            id="relative"
            form={standing.form('relative.add')}
            fields={relativeFields(locale)}
          />
        )}
      />
      {view.people.length > 1 && (
        <Asked
          {...askedOf(part)}
          id="relationship"
          title={t('caseFile.addRelationship')}
          draw={() => (
            <PostForm
              {...common}
              action={addRelationAction}
              id="relationship"
              form={standing.form('relationship.add')}
              fields={newRelationFields(view, locale)}
            />
          )}
        />
      )}
      <a className="fold" href={`/cases/${view.ref}?form=person#person`}>
        {t('caseFile.addPerson')}
      </a>
    </>
  )
}

/** The family as a picture and as a table, and how it is added to. */
export function Family(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  return (
    <Card id="family" title={t('family.tree')}>
      <Confirmed part={part} of={['relation', 'relative']} />
      <Tree {...part} />
      {view.relationships.length === 0 ? <Empty why={t('caseFile.relationshipsEmpty')} /> : <Kin {...part} />}
      <EditRelation {...part} />
      <Additions {...part} />
    </Card>
  )
}
