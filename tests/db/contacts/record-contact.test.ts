import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addChannel } from '@/db/contacts/add-channel'
import { readFamily } from '@/db/contacts/read-family'
import { recordContact } from '@/db/contacts/record-contact'
import { AddChannel, RecordContact } from '@/lib/people/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let worker: Person
beforeAll(async () => {
  world = await makeWorld()
  worker = await world.person({ role: 'caseworker' })
})

async function call(ref: string, given: Record<string, string>, now = new Date()) {
  const { people, channels } = await world.does(worker, readFamily, { ref })
  const caller = people.find((person) => person.role === 'caller')
  const typed = { ref, personId: caller?.id, channelId: channels[0]?.id, at: '2021', direction: 'outgoing', ...given }
  return world.as(worker, (ctx) => recordContact(ctx, RecordContact.parse(typed)), now)
}

const stateOf = async (ref: string) => (await world.does(worker, readFamily, { ref })).channels[0]?.state

test('today is the worker’s own day: just after midnight in Seoul a call of that morning is no call of the future', async () => {
  const { ref } = await anOpenFile(world, worker)
  const afterMidnightInSeoul = new Date('2031-05-04T15:30:00Z')
  await expect(call(ref, { at: '2031-05-05', outcome: 'reached' }, afterMidnightInSeoul)).resolves.toMatchObject({
    ref,
  })
  const tomorrow = call(ref, { at: '2031-05-06', outcome: 'reached' }, afterMidnightInSeoul)
  await expect(tomorrow).rejects.toMatchObject({ fields: { at: 'future-date' } })
})

test('someone reached in a year nobody knows the day of ends the silence no later than its first day', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '한누리', otherName: '' })
  await world.owner.sql`update case_file set silent_since = '2019-01-01' where ref = ${ref}`
  await call(ref, { at: '2020', outcome: 'reached' })
  const [file] = await world.owner.sql`select silent_since::text as day from case_file where ref = ${ref}`
  expect(file?.['day']).toBe('2020-01-01')
})

test.each(['third_party_answered', 'duress_suspected'])(
  '%s closes the channel at once, and no later call opens it',
  async (outcome) => {
    const { ref } = await anOpenFile(world, worker, { name: `이름 ${outcome}`, otherName: '' })
    await call(ref, { outcome })
    expect(await stateOf(ref)).toBe('compromised')
    await call(ref, { outcome: 'reached', direction: 'incoming' })
    expect(await stateOf(ref)).toBe('compromised')
    await expect(call(ref, { outcome: 'reached' })).rejects.toMatchObject({ fields: { channelId: 'frozen-channel' } })
  },
)

test('three failures in a row make a channel silent', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '문가람', otherName: '' })
  for (const expected of ['untested', 'untested', 'silent']) {
    await call(ref, { outcome: 'no_answer' })
    expect(await stateOf(ref)).toBe(expected)
  }
})

const other = { channelId: 'phone', at: '2031-05-05', outcome: 'no_answer' }
const later = new Date('2031-05-20T10:00:00Z')

test('whoever is called is called by something: a channel, or “none of these” with its kind; who calls in may not say', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '서다온', otherName: '' })
  expect(() =>
    RecordContact.parse({ ...other, ref, personId: randomUUID(), direction: 'outgoing', channelId: '' }),
  ).toThrow('channel-needed')
  await call(ref, { channelId: '', direction: 'incoming', outcome: 'reached' })
  await call(ref, { channelId: 'courier', outcome: 'reached' })
  const rows = await world.owner.sql`
    select l.other_kind, l.channel_id from contact_log l join case_file f on f.id = l.case_id where f.ref = ${ref} order by 1`
  expect([...rows]).toEqual([
    { other_kind: 'courier', channel_id: null },
    { other_kind: null, channel_id: null },
  ])
})

test('nobody is called by another way while every channel of theirs is frozen, and may be once one is not', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '서라온', otherName: '' })
  await call(ref, { outcome: 'third_party_answered' })
  await expect(call(ref, other, later)).rejects.toMatchObject({ fields: { channelId: 'all-frozen' } })
  await expect(call(ref, { ...other, direction: 'incoming', outcome: 'reached' }, later)).resolves.toMatchObject({
    ref,
  })
  const { people } = await world.does(worker, readFamily, { ref })
  const caller = people.find((person) => person.role === 'caller')
  const typed = { ref, personId: caller?.id, kind: 'email', value: 'a@example.org' }
  await world.does(worker, addChannel, AddChannel.parse(typed))
  await expect(call(ref, other, later)).resolves.toMatchObject({ ref })
})

test('leaving out the name of a channel does not get round its cap: tries of one kind count together', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '서마루', otherName: '', contactKind: 'phone' })
  await call(ref, { at: '2031-05-10', outcome: 'no_answer' }, later)
  await call(ref, { ...other, at: '2031-05-12' }, later)
  await expect(call(ref, { ...other, at: '2031-05-12' }, later)).rejects.toMatchObject({
    fields: { outsideReason: 'cooling-off' },
  })
  await call(ref, { ...other, at: '2031-05-14' }, later)
  await expect(call(ref, { ...other, at: '2031-05-16' }, later)).rejects.toMatchObject({
    fields: { channelId: 'attempt-cap' },
  })
  await expect(call(ref, { ...other, channelId: 'courier', at: '2031-05-16' }, later)).resolves.toMatchObject({ ref })
})
