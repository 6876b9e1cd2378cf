import { beforeAll, expect, test } from 'vitest'
import { readFamily } from '@/db/contacts/read-family'
import { addRelationship } from '@/db/people/add-relationship'
import { editPerson } from '@/db/people/edit-person'
import { editRelationship } from '@/db/people/edit-relationship'
import { locatePerson } from '@/db/people/locate-person'
import { AddRelationship, EditPerson, EditRelationship, LocatePerson } from '@/lib/people/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let worker: Person
let lead: Person

beforeAll(async () => {
  world = await makeWorld()
  worker = await world.person({ role: 'caseworker' })
  lead = await world.person({ role: 'coordinator' })
})

async function twoPeople(name: string) {
  const { ref } = await anOpenFile(world, worker, { name, otherName: '' })
  const { people } = await world.does(worker, readFamily, { ref })
  const [subject, caller] = people.map(({ id }) => id)
  return { ref, subject: subject ?? '', caller: caller ?? '' }
}

const born = (ref: string, personId: string, birth: string) =>
  world.does(worker, editPerson, EditPerson.parse({ ref, personId, version: '1', sex: 'F', birth }))

const relate = (typed: Record<string, string>) =>
  world.does(worker, addRelationship, AddRelationship.parse({ certainty: 'stated', ...typed }))

test('a parent younger than the child is asked about once, not forbidden', async () => {
  const { ref, subject, caller } = await twoPeople('여울')
  await born(ref, subject, '1980')
  await born(ref, caller, '1985')
  const typed = { ref, from: caller, type: 'PARENT', to: subject }
  await expect(relate(typed)).rejects.toMatchObject({ fields: { isChecked: 'parent-too-young' } })
  await expect(relate({ ...typed, isChecked: 'on' })).resolves.toMatchObject({ ref })
})

test('a relationship that is changed answers for the same rules as a new one', async () => {
  const { ref, subject, caller } = await twoPeople('연두')
  await relate({ ref, from: caller, type: 'COUSIN', to: subject })
  await relate({ ref, from: caller, type: 'FRIEND', to: subject })
  const { relationships } = await world.does(worker, readFamily, { ref })
  const id = relationships.find(({ type }) => type === 'FRIEND')?.id
  const change = (typed: Record<string, string>, who = worker) =>
    world.does(
      who,
      editRelationship,
      EditRelationship.parse({ ref, relationshipId: id, certainty: 'confirmed', disclosure: 'ok', ...typed }),
    )
  await expect(change({ version: '1', type: 'COUSIN' })).rejects.toMatchObject({ fields: { type: 'already-there' } })
  await expect(change({ version: '1', type: 'NEIGHBOUR' })).resolves.toMatchObject({ ref })
  await expect(change({ version: '1', type: 'NEIGHBOUR', disclosure: 'never' }, lead)).rejects.toMatchObject({
    code: 'conflict',
    theirs: { type: 'NEIGHBOUR', certainty: 'confirmed', disclosure: 'ok', version: '2' },
  })
})

test('whereabouts stand sealed under the person’s own key, and a late save is shown what stands', async () => {
  const { ref, caller } = await twoPeople('은하')
  const locate = (whereabouts: string) =>
    world.does(worker, locatePerson, LocatePerson.parse({ ref, personId: caller, version: '1', whereabouts }))
  await locate('a marker farm')
  const [row] = await world.owner.sql`select encode(whereabouts, 'escape') as bytes from person where id = ${caller}`
  expect(row?.['bytes']).not.toContain('marker')
  await expect(locate('elsewhere')).rejects.toMatchObject({
    code: 'conflict',
    theirs: { whereabouts: 'a marker farm', version: '2' },
  })
})
