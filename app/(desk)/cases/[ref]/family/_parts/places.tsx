import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import { PostForm } from '@/app/ui/post-form'
import { label, optionsOf, words } from '@/app/words'
import type { FamilyView } from '@/db/contacts/read-family'
import { provinces } from '@/lib/places/provinces'
import { personName } from '../../person-name'
import { locatePersonAction } from '../actions'
import { Confirmed, type Part, askedOf, placeText } from './part'

type Person = FamilyView['people'][number]

function Locate({ person, ...part }: Part & { person: Person }) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  const id = `place-${person.id}`
  return (
    <Asked
      {...askedOf(part)}
      id={id}
      title={t('family.locate')}
      draw={() => (
        <PostForm
          action={locatePersonAction}
          id={id}
          form={standing.form('person.locate')}
          hidden={{ ref: view.ref, personId: person.id, version: String(person.version) }}
          fields={[
            {
              name: 'whereabouts',
              kind: 'text',
              label: t('family.whereabouts'),
              hint: t('family.whereaboutsHint'),
              value: person.whereabouts ?? '',
              required: false,
            },
            {
              name: 'province',
              kind: 'choice',
              label: t('caseFile.province'),
              options: [{ value: '', label: t('caseFile.unknown') }, ...optionsOf(locale, 'provinces', provinces)],
              value: person.province ?? '',
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

/** Where everybody of the file is believed to be. */
export function Places(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  return (
    <Card id="places" title={t('family.places')}>
      <Confirmed part={part} of={['place']} />
      <ul className="lines">
        {view.people.map((person) => {
          const name = personName(person, locale)
          const role = label(locale, 'personRoles', person.role)
          return (
            <li key={person.id}>
              <span>
                <b>{name}</b> {name !== role && <small>{role} </small>}
                {placeText({ place: person.whereabouts, province: person.province }, part) || t('caseFile.unknown')}
              </span>
              {view.head.can.edit && <Locate person={person} {...part} />}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
