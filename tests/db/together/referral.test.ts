import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { giveGrant } from '@/db/cases/give-grant'
import { readCase } from '@/db/cases/read-case'
import { HomeQuery, readHome } from '@/db/home/read-home'
import { decideReferral } from '@/db/together/decide-referral'
import { readTogether } from '@/db/together/read-together'
import { referCase, revokeReferral } from '@/db/together/refer-case'
import { GiveGrant } from '@/lib/cases/forms'
import { DecideReferral, ReferCase } from '@/lib/together/forms'
import { type SceneFile, aFullFile } from '../../support/scene'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let owner: Person
let lead: Person
let taker: Person
let takersLead: Person
let file: SceneFile

beforeEach(async () => {
  world = await makeWorld()
  owner = await world.person({ role: 'caseworker' })
  lead = await world.person({ role: 'coordinator' })
  taker = await world.person({ role: 'caseworker', teamId: world.south })
  takersLead = await world.person({ role: 'coordinator', teamId: world.south })
  file = await aFullFile(world, owner, 'assigned')
})

const refer = (toTeam = world.south) =>
  world.does(lead, referCase, ReferCase.parse({ ref: file.ref, toTeam, reason: 'they know the province' }))
const board = async (person: Person) => {
  const answer = await world.does(person, readHome, HomeQuery.parse({ keysDir: '/k', world: 'own', embedded: true }))
  return answer.role === 'coordinator' ? answer : expect.fail('a board was expected')
}
const askedOf = async (person: Person) => (await board(person)).referred.asked
const idOf = async () => (await askedOf(takersLead))[0]?.id ?? expect.fail('nothing is asked')
const decide = (referralId: string, given: Record<string, string>) =>
  DecideReferral.parse({ referralId, decision: 'accept', ...given })
const read = (person: Person) => world.does(person, readCase, { ref: file.ref })

test('until it says yes the other team learns who asks, why and when, and reaches nothing of the file', async () => {
  await refer()
  const [asked] = await askedOf(takersLead)
  expect(asked).toEqual({
    id: expect.any(String),
    from: 'North team',
    reason: 'they know the province',
    at: expect.any(Date),
  })
  for (const person of [taker, takersLead]) await expect(read(person)).rejects.toMatchObject({ code: 'not-found' })
  expect(await askedOf(lead)).toEqual([])
})

test('a yes moves the file, its reach and its open tasks to one of the team, and the old team sees it no longer', async () => {
  const grant = { ref: file.ref, email: (await world.person({ role: 'caseworker' })).email, level: 'read', days: '7' }
  await world.does(lead, giveGrant, GiveGrant.parse({ ...grant, reason: 'asked for' }))
  await world.owner.sql`insert into task (id, case_id, team_id, kind, due_at, owner_id, about_id, recorded_at)
    values (${randomUUID()}, ${file.id}, ${file.teamId}, 'review', now(), ${owner.id}, ${randomUUID()}, now())`
  await refer()
  const moved = await world.does(takersLead, decideReferral, decide(await idOf(), { owner: taker.id }))
  expect(moved).toEqual({ ref: file.ref })
  expect((await read(taker)).ownerId).toBe(taker.id)
  await read(takersLead)
  for (const person of [owner, lead]) await expect(read(person)).rejects.toMatchObject({ code: 'not-found' })
  const { sql } = world.owner
  expect(await sql`select user_id from case_reach where case_id = ${file.id}`).toEqual([{ user_id: taker.id }])
  expect(await sql`select from access_grant where case_id = ${file.id} and revoked_at is null`).toHaveLength(0)
  const tasks = await sql`select distinct team_id, owner_id from task where case_id = ${file.id} and state = 'open'`
  expect(tasks).toContainEqual({ team_id: world.south, owner_id: taker.id })
  expect(tasks.every((task) => task['team_id'] === world.south && task['owner_id'] !== owner.id)).toBe(true)
  expect((await board(lead)).board?.notices.map(({ kind }) => kind)).toEqual(['referral-accepted'])
})

test('a no says why, leaves everything where it is, and is told to the team that asked', async () => {
  await refer()
  const declined = decide(await idOf(), { decision: 'decline', answer: 'nobody is free before May' })
  expect(await world.does(takersLead, decideReferral, declined)).toEqual({ ref: null })
  const view = await world.does(lead, readTogether, { ref: file.ref })
  expect(view.referred.asked).toMatchObject([
    { state: 'declined', answer: 'nobody is free before May', to: 'South team' },
  ])
  expect((await board(lead)).board?.notices.map(({ kind }) => kind)).toEqual(['referral-declined'])
  await expect(read(takersLead)).rejects.toMatchObject({ code: 'not-found' })
  await expect(world.does(takersLead, decideReferral, declined)).rejects.toMatchObject({ code: 'conflict' })
})

test('a yes without a taker and a no without a reason are sent back, and so is a taker of another team', async () => {
  const id = randomUUID()
  const problems = (given: Record<string, string>) =>
    DecideReferral.safeParse({ referralId: id, ...given }).error?.issues.map(({ path, message }) => [path[0], message])
  expect(problems({ decision: 'accept' })).toEqual([['owner', 'required']])
  expect(problems({ decision: 'decline' })).toEqual([['answer', 'required']])
  await refer()
  const wrong = world.does(takersLead, decideReferral, decide(await idOf(), { owner: owner.id }))
  await expect(wrong).rejects.toMatchObject({ fields: { owner: 'cannot-hold-files' } })
})

test('only the team that was asked decides, and only while it waits: a referral taken back is gone from its board', async () => {
  await refer()
  const id = await idOf()
  await expect(world.does(lead, decideReferral, decide(id, { owner: owner.id }))).rejects.toMatchObject({
    code: 'not-found',
  })
  const revoke = () => world.does(lead, revokeReferral, { ref: file.ref, referralId: id, version: 1 })
  await revoke()
  expect(await askedOf(takersLead)).toEqual([])
  await expect(revoke()).rejects.toMatchObject({ code: 'conflict' })
  await expect(world.does(takersLead, decideReferral, decide(id, { owner: taker.id }))).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('a file is not referred to its own team, to no team, or twice to one that has not answered', async () => {
  await refer()
  for (const [team, word] of [
    [world.north, 'not-on-list'],
    [randomUUID(), 'not-on-list'],
    [world.south, 'already-there'],
  ] as const) {
    await expect(refer(team)).rejects.toMatchObject({ fields: { toTeam: word } })
  }
})
