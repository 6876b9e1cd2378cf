import { beforeAll, expect, test } from 'vitest'
import { readFamily } from '@/db/contacts/read-family'
import { recordContact } from '@/db/contacts/record-contact'
import { RecordContact } from '@/lib/people/forms'
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
