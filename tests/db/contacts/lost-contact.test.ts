import { beforeAll, expect, test } from 'vitest'
import { readFamily } from '@/db/contacts/read-family'
import { editChannel } from '@/db/contacts/add-channel'
import { arrangeChannel } from '@/db/contacts/arrange-channel'
import { recordContact } from '@/db/contacts/record-contact'
import { revealContact } from '@/db/contacts/reveal-contact'
import { unfreezeChannel } from '@/db/contacts/unfreeze-channel'
import { addChannel } from '@/db/contacts/add-channel'
import { ArrangeChannel, UnfreezeChannel } from '@/lib/contacts/forms'
import { AddChannel, EditChannel, RecordContact } from '@/lib/people/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let worker: Person
let lead: Person
const now = new Date('2031-05-20T10:00:00Z')

beforeAll(async () => {
  world = await makeWorld()
  worker = await world.person({ role: 'caseworker' })
  lead = await world.person({ role: 'coordinator' })
})

type Typed = Record<string, string | undefined>

const read = (ref: string) => world.does(worker, readFamily, { ref })

async function call(ref: string, given: Typed, who = worker) {
  const { people, channels } = await read(ref)
  const personId = people.find((person) => person.role === 'caller')?.id
  const typed = { ref, personId, channelId: channels[0]?.id, direction: 'outgoing', outcome: 'no_answer', ...given }
  return world.as(who, (ctx) => recordContact(ctx, RecordContact.parse(typed)), now)
}

async function arrange(ref: string, given: Typed) {
  const { channels } = await read(ref)
  const [channel] = channels
  const typed = { ref, channelId: channel?.id, version: String(channel?.version), ...given }
  return world.does(worker, arrangeChannel, ArrangeChannel.parse(typed))
}

async function unfreeze(ref: string, reason: string) {
  const [channel] = (await read(ref)).channels
  const typed = { ref, channelId: channel?.id, version: String(channel?.version), reason }
  return world.does(lead, unfreezeChannel, UnfreezeChannel.parse(typed))
}

const stateOf = async (ref: string) => (await read(ref)).channels[0]?.state
const tasksOf = (ref: string) =>
  world.owner.sql`select t.state, t.due_at from task t join case_file f on f.id = t.case_id
                   where f.ref = ${ref} and t.kind = 'try-again' order by t.recorded_at, t.state desc`

test('from three failures to a stranger’s voice and back: every step is refused or kept as the rules say', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '가온', otherName: '' })
  for (const at of ['2031-05-02', '2031-05-04', '2031-05-06']) await call(ref, { at })
  expect(await stateOf(ref)).toBe('silent')
  await expect(call(ref, { at: '2031-05-08' })).rejects.toMatchObject({ fields: { channelId: 'attempt-cap' } })
  await expect(call(ref, { at: '2031-05-08' }, lead)).rejects.toMatchObject({
    fields: { outsideReason: 'attempt-cap' },
  })
  await call(ref, { at: '2031-05-16', outcome: 'third_party_answered' })
  expect(await stateOf(ref)).toBe('compromised')
  await expect(call(ref, { at: '2031-05-19', outsideReason: 'must' }, lead)).rejects.toMatchObject({
    fields: { channelId: 'frozen-channel' },
  })
  await unfreeze(ref, 'The daughter wrote from a new number and vouched for this one.')
  expect(await stateOf(ref)).toBe('untested')
  await call(ref, { at: '2031-05-19', outcome: 'reached' })
  expect(await stateOf(ref)).toBe('working')
})

test('a frozen channel is released by nobody’s change of its state, and a working one needs no release', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '나래', otherName: '' })
  await expect(unfreeze(ref, 'to be safe')).rejects.toMatchObject({ fields: { reason: 'not-frozen' } })
  await call(ref, { at: '2031-05-10', outcome: 'duress_suspected' })
  const [channel] = (await read(ref)).channels
  const typed = { ref, channelId: channel?.id, version: String(channel?.version), state: 'working' }
  await expect(world.does(worker, editChannel, EditChannel.parse(typed))).rejects.toMatchObject({
    fields: { state: 'frozen-channel' },
  })
})

test('a call outside the safe times is refused without its reason, and recorded with it', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '다솜', otherName: '' })
  await arrange(ref, { from: '20:00', until: '22:00', zone: 'Asia/Shanghai' })
  const noon = { at: '2031-05-19', hour: '12:00' }
  await expect(call(ref, { at: '2031-05-19' })).rejects.toMatchObject({ fields: { hour: 'hour-needed' } })
  await expect(call(ref, noon)).rejects.toMatchObject({ fields: { outsideReason: 'outside-window' } })
  await expect(call(ref, { ...noon, outsideReason: 'She asked for it by letter.' })).resolves.toMatchObject({ ref })
  const [row] = await world.owner.sql`select hour is not null and outside_reason is not null as kept
    from contact_log l join case_file f on f.id = l.case_id where f.ref = ${ref}`
  expect(row?.['kept']).toBe(true)
})

test('an hour that has not struck where the worker is, is refused at the hour', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '라온', otherName: '' })
  const later = call(ref, { at: '2031-05-20', hour: '23:59' })
  await expect(later).rejects.toMatchObject({ fields: { hour: 'future-date' } })
  await expect(call(ref, { at: '2031-05', hour: '10:00' })).rejects.toMatchObject({ fields: { at: 'day-needed' } })
})

test('the next try is a task about the channel, and the next contact through it closes that task', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '마루', otherName: '' })
  await expect(call(ref, { at: '2031-05-19', nextTry: '2031-05-18' })).rejects.toMatchObject({
    fields: { nextTry: 'not-ahead' },
  })
  await call(ref, { at: '2031-05-18', nextTry: '2031-05-21', nextHour: '20:30' })
  expect(await tasksOf(ref)).toMatchObject([{ state: 'open' }])
  await call(ref, { at: '2031-05-19', outcome: 'reached', nextTry: '2031-06-01' })
  expect((await tasksOf(ref)).map((task) => task['state']).sort()).toEqual(['done', 'open'])
})

test('two who arrange a channel at once see each other’s answers', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '바다', otherName: '' })
  const [channel] = (await read(ref)).channels
  const typed = { ref, channelId: channel?.id, version: '1', tue: 'on', zone: 'Asia/Seoul' }
  await world.does(worker, arrangeChannel, ArrangeChannel.parse({ ...typed, from: '08:00', until: '09:00' }))
  await expect(world.does(lead, arrangeChannel, ArrangeChannel.parse(typed))).rejects.toMatchObject({
    code: 'conflict',
    theirs: { from: '08:00', until: '09:00', zone: 'Asia/Seoul', version: '2' },
  })
})

test('only somebody who can hold the file is the one whose voice is known', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '사라', otherName: '' })
  const stranger = await world.person({ role: 'caseworker', teamId: world.south })
  await expect(arrange(ref, { knownTo: stranger.id })).rejects.toMatchObject({ fields: { knownTo: 'not-on-list' } })
  await expect(arrange(ref, { knownTo: lead.id })).resolves.toMatchObject({ ref })
})

test('the code phrase is shown with its value alone, and is sealed as it is', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '아라', otherName: '', contactValue: '' })
  const personId = (await read(ref)).people[0]?.id
  const typed = { ref, personId, kind: 'signal', value: '+82 10 5555 0177', codePhrase: '할머니 생신' }
  await world.does(worker, addChannel, AddChannel.parse(typed))
  const channelId = (await read(ref)).channels[0]?.id ?? ''
  expect(await world.does(worker, revealContact, { ref, channelId })).toMatchObject({
    revealed: '+82 10 5555 0177',
    phrase: '할머니 생신',
  })
})
