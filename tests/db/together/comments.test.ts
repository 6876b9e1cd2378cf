import { beforeAll, expect, test } from 'vitest'
import { giveGrant } from '@/db/cases/give-grant'
import { HomeQuery, readHome } from '@/db/home/read-home'
import { readTogether } from '@/db/together/read-together'
import { writeComment } from '@/db/together/write-comment'
import { GiveGrant } from '@/lib/cases/forms'
import { WriteComment } from '@/lib/together/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let owner: Person
let lead: Person
let ref: string
let id: string

beforeAll(async () => {
  world = await makeWorld()
  owner = await world.person({ role: 'caseworker' })
  lead = await world.person({ role: 'coordinator' })
  const file = await anOpenFile(world, owner)
  ref = file.ref
  id = file.id
})

const comment = (text: string, mentioned: readonly Person[] = []) =>
  WriteComment.parse({ ref, text, ...Object.fromEntries(mentioned.map((one) => [`mention-${one.id}`, 'on'])) })
const read = (person: Person) => world.does(person, readTogether, { ref })
const home = async (person: Person) => {
  const query = HomeQuery.parse({ keysDir: '/keys', world: 'own', embedded: true })
  const answer = await world.does(person, readHome, query)
  return 'mentions' in answer ? answer.mentions : null
}

test('a comment is read by those who may see the file, sealed at rest, under its author', async () => {
  await world.does(owner, writeComment, comment('ask the aunt about the train'))
  const view = await read(lead)
  expect(view.comments).toMatchObject([{ text: 'ask the aunt about the train', recordedBy: owner.id, mentioned: [] }])
  const [row] = await world.owner.sql<{ text: Buffer }[]>`select text from comment where case_id = ${id}`
  expect(row?.text.toString('utf8')).not.toContain('aunt')
})

test('only colleagues who may see the file are offered: their own reach, or what their role opens', async () => {
  const helper = await world.person({ role: 'caseworker', teamId: world.south })
  const [mate, stranger, waiting] = [
    await world.person({ role: 'caseworker' }),
    await world.person({ role: 'coordinator', teamId: world.south }),
    await world.person({ role: 'coordinator', state: 'waiting' }),
  ]
  for (const role of ['auditor', 'admin'] as const) await world.person({ role })
  const grant = GiveGrant.parse({ ref, email: helper.email, level: 'work', days: '1', reason: 'knows the family' })
  await world.does(lead, giveGrant, grant)
  const offered = async () => (await read(owner)).colleagues.map((one) => one.id).sort()
  expect(await offered()).toEqual([lead.id, helper.id].sort())
  await world.owner.sql`update case_file set confidentiality = 'team' where id = ${id}`
  expect(await offered()).toEqual([lead.id, helper.id, mate.id].sort())
  await world.owner.sql`update case_file set confidentiality = 'named' where id = ${id}`
  expect(await offered()).toEqual([helper.id])
  await world.owner.sql`update case_file set confidentiality = 'assigned' where id = ${id}`
  for (const one of [mate, stranger, waiting]) {
    await expect(world.does(owner, writeComment, comment('look', [one]))).rejects.toMatchObject({
      code: 'invalid',
      fields: { [`mention-${one.id}`]: 'may-not-see' },
    })
  }
})

test('who is mentioned is told on their home in which file, and no longer once they have looked', async () => {
  await world.does(owner, writeComment, comment('what do you think?', [lead]))
  await world.does(owner, writeComment, comment('and of this?', [lead]))
  expect(await home(lead)).toEqual([{ ref, count: 2 }])
  expect(await home(owner)).toEqual([])
  expect((await read(lead)).comments[0]).toMatchObject({ text: 'and of this?', mentioned: [lead.id] })
  expect(await home(lead)).toEqual([])
})

test('a mention in a file that went out of reach is told no longer', async () => {
  await world.does(owner, writeComment, comment('one more thing', [lead]))
  await world.owner.sql`update case_file set confidentiality = 'named' where id = ${id}`
  expect(await home(lead)).toEqual([])
  await world.owner.sql`update case_file set confidentiality = 'assigned' where id = ${id}`
})

test('a comment is neither changed nor taken away, not even by the owner of the database', async () => {
  await expect(world.owner.sql`update comment set text = text`).rejects.toMatchObject({ code: 'VG423' })
  await expect(world.owner.sql`delete from comment`).rejects.toMatchObject({ code: 'VG423' })
})
