import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { giveGrant } from '@/db/cases/give-grant'
import { readCase } from '@/db/cases/read-case'
import { saveDraft } from '@/db/drafts/save-draft'
import { handOver } from '@/db/together/hand-over'
import { readTogether } from '@/db/together/read-together'
import { GiveGrant } from '@/lib/cases/forms'
import { SaveDraft } from '@/lib/intake/drafts'
import { HandOver } from '@/lib/together/forms'
import { type SceneFile, aFullFile } from '../../support/scene'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let owner: Person
let next: Person
let lead: Person
let file: SceneFile

beforeEach(async () => {
  world = await makeWorld()
  owner = await world.person({ role: 'caseworker' })
  next = await world.person({ role: 'caseworker' })
  lead = await world.person({ role: 'coordinator' })
  file = await aFullFile(world, owner, 'assigned')
})

const give = (to: Person, given: Record<string, string> = {}) =>
  HandOver.parse({ ref: file.ref, version: '1', to: to.id, briefing: 'ring after nine, never before', ...given })

const tasksOf = async () => [
  ...(await world.owner.sql<{ kind: string; owner: string; about: string }[]>`
      select kind, owner_id as owner, about_id as about from task where case_id = ${file.id} and state = 'open' order by kind`),
]

test('the file, its reach and the open tasks go over, with the briefing, and the old owner sees it no longer', async () => {
  const { sql } = world.owner
  expect(await tasksOf()).toEqual([{ kind: 'review', owner: owner.id, about: file.id }])
  expect(await world.does(owner, handOver, give(next))).toMatchObject({ stays: false })
  await expect(world.does(owner, readCase, { ref: file.ref })).rejects.toMatchObject({ code: 'not-found' })
  const view = await world.does(next, readTogether, { ref: file.ref })
  expect(view.handovers).toMatchObject([
    { fromUser: owner.id, toUser: next.id, briefing: 'ring after nine, never before' },
  ])
  expect((await tasksOf()).every((task) => task.owner === next.id)).toBe(true)
  expect(await sql`select user_id from case_reach where case_id = ${file.id}`).toEqual([{ user_id: next.id }])
})

test('a channel that the old owner alone used is to be introduced and tried, unless it was given up', async () => {
  await world.owner.sql`update contact_channel set known_to = ${owner.id} where id = ${file.channel}`
  await world.owner
    .sql`update contact_channel set known_to = ${owner.id}, state = 'compromised' where case_id = ${file.id} and id <> ${file.channel}`
  await world.does(owner, handOver, give(next))
  expect(await tasksOf()).toEqual([
    { kind: 'introduce', owner: next.id, about: file.channel },
    { kind: 'review', owner: next.id, about: file.id },
    { kind: 'test-channel', owner: next.id, about: file.channel },
  ])
})

test('an owner who hands over is told of an interview that is begun and not finished; nobody else is', async () => {
  const loses = async (who: Person) => (await world.does(who, readTogether, { ref: file.ref })).losesInterview
  expect(await loses(owner)).toBe(false)
  const page = randomUUID()
  await world.does(owner, saveDraft, SaveDraft.parse({ draft: page, page, version: '0', ref: file.ref, route: 'half' }))
  expect([await loses(owner), await loses(lead)]).toEqual([true, false])
  await world.does(owner, handOver, give(next))
  expect(await loses(next)).toBe(false)
})

test('where no channel is the old owner’s alone, the new one is to be introduced all the same', async () => {
  await world.does(owner, handOver, give(next))
  expect(await tasksOf()).toEqual([
    { kind: 'introduce', owner: next.id, about: file.id },
    { kind: 'review', owner: next.id, about: file.id },
  ])
})

test('a grant of the old owner ends with the hand-over', async () => {
  const grant = { ref: file.ref, email: owner.email, level: 'work', days: '7', reason: 'while I am away' }
  await world.does(lead, giveGrant, GiveGrant.parse(grant))
  expect(await world.does(lead, handOver, give(next))).toMatchObject({ stays: true })
  await expect(world.does(owner, readCase, { ref: file.ref })).rejects.toMatchObject({ code: 'not-found' })
  const live = await world.owner
    .sql`select from access_grant where case_id = ${file.id} and user_id = ${owner.id} and revoked_at is null`
  expect(live).toHaveLength(0)
})

test('nobody outside the team, without files, or already holding it is handed a file', async () => {
  const others = [
    await world.person({ role: 'caseworker', teamId: world.south }),
    await world.person({ role: 'auditor' }),
    await world.person({ role: 'caseworker', state: 'disabled' }),
    owner,
  ]
  for (const one of others) {
    const refused = { code: 'invalid', fields: { to: 'cannot-hold-files' } }
    await expect(world.does(owner, handOver, give(one)), one.role).rejects.toMatchObject(refused)
  }
  expect(HandOver.safeParse({ ref: file.ref, version: '1', to: next.id, briefing: ' ' }).success).toBe(false)
})

test('a hand-over from a stale page is a conflict', async () => {
  await world.owner.sql`update case_file set version = 2 where id = ${file.id}`
  await expect(world.does(owner, handOver, give(next))).rejects.toMatchObject({ code: 'conflict' })
})

test('a teammate with a grant to work hands over no file of another, in the verb or past it', async () => {
  const mate = await world.person({ role: 'caseworker' })
  const grant = { ref: file.ref, email: mate.email, level: 'work', days: '7', reason: 'helps' }
  await world.does(lead, giveGrant, GiveGrant.parse(grant))
  await expect(world.does(mate, handOver, give(next))).rejects.toMatchObject({ code: 'forbidden' })
  const past = world.as(mate, ({ db }) =>
    db.execute(`select hand_over('${randomUUID()}', '${file.id}', '${next.id}', 1, '\\x00')`),
  )
  await expect(past).rejects.toMatchObject({ cause: { code: 'VG403' } })
})
