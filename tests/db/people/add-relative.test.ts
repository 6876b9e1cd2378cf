import { expect, test } from 'vitest'
import { readFamily } from '@/db/contacts/read-family'
import { addRelative } from '@/db/people/add-relative'
import { AddRelative } from '@/lib/contacts/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, makeWorld } from '../../support/world'

const world = await makeWorld()
const worker = await world.person({ role: 'caseworker' })

const whole = {
  name: '리은별이 언니',
  type: 'SIBLING',
  disclosure: 'ok',
  kind: 'signal',
  value: '+82 10 0000 0000',
  codePhrase: 'the river is wide',
  mon: 'on',
  from: '20:00',
  until: '22:00',
  zone: 'Asia/Seoul',
}

const add = (ref: string, typed: Record<string, string>, who: Person = worker) =>
  world.does(who, addRelative, AddRelative.parse({ ref, ...typed }))

const problems = (typed: Record<string, string>) =>
  AddRelative.safeParse({ ref: 'V-7K3-MQ', ...typed }).error?.issues.map(
    ({ path, message }) => `${path.join()}:${message}`,
  )

async function familyOf(ref: string, personId: string) {
  const { people, relationships, channels } = await world.does(worker, readFamily, { ref })
  return {
    person: people.find(({ id }) => id === personId),
    subject: people.find(({ role }) => role === 'subject')?.id,
    relations: relationships.filter(({ fromPerson }) => fromPerson === personId),
    channels: channels.filter((channel) => channel.personId === personId),
  }
}

test('a relative stands in the family with how they are reached and when that is safe, each an entry of the log', async () => {
  const { id, ref } = await anOpenFile(world, worker)
  const { personId } = await add(ref, whole)
  const { person, subject, relations, channels } = await familyOf(ref, personId)
  expect(person).toMatchObject({ role: 'relative', names: [{ text: whole.name }] })
  expect(relations).toMatchObject([{ toPerson: subject, type: 'SIBLING', disclosure: 'ok', certainty: 'stated' }])
  expect(channels).toMatchObject([
    { kind: 'signal', window: { days: ['mon'], from: '20:00', until: '22:00', zone: 'Asia/Seoul' } },
  ])
  const deeds = await world.owner.sql<{ deed: string }[]>`
    select deed from audit_entry where case_id = ${id} and deed not in ('case.open', 'case.read') order by deed`
  expect(deeds.map(({ deed }) => deed)).toEqual([
    'channel.add',
    'channel.arrange',
    'person.add',
    'relationship.add',
    'relative.add',
  ])
})

test('a name and what they are is enough, and where the number cannot be kept nothing of the relative is', async () => {
  const { id, ref } = await anOpenFile(world, worker)
  const { personId } = await add(ref, { name: '리은향', type: 'COUSIN' })
  expect((await familyOf(ref, personId)).channels).toEqual([])
  const counted = () => world.owner.sql`select count(*)::int as n from person where case_id = ${id}`
  const before = await counted()
  await world.owner.sql`alter table contact_channel add constraint no_signal check (kind <> 'signal') not valid`
  await expect(add(ref, whole)).rejects.toThrow()
  await world.owner.sql`alter table contact_channel drop constraint no_signal`
  expect(await counted()).toEqual(before)
})

test('times without a number, times without a zone and a relative without a name are told by field', () => {
  expect(problems({ ...whole, value: '' })).toEqual(['value:required'])
  expect(problems({ ...whole, zone: '' })).toEqual(['zone:required'])
  expect(problems({ name: '', type: '' })).toEqual(['name:required', 'type:required'])
  expect(problems({ name: '리은향', type: 'COUSIN', kind: 'phone' })).toEqual(undefined)
})

test('a stranger finds no such file, and whoever may only read it adds nobody', async () => {
  const { ref } = await anOpenFile(world, worker)
  const stranger = await world.person({ role: 'caseworker', teamId: world.south })
  await expect(add(ref, whole, stranger)).rejects.toMatchObject({ code: 'not-found' })
  const auditor = await world.person({ role: 'auditor', teamId: null })
  await expect(add(ref, whole, auditor)).rejects.toMatchObject({ code: 'not-found' })
})
