import { randomBytes, randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { sessionHash } from '@/db/accounts/sign-in'
import { readToday } from '@/db/home/read-today'
import { addTask } from '@/db/tasks/add-task'
import { raiseFlag } from '@/db/together/raise-flag'
import { AddTask } from '@/lib/tasks/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let mina: Person
let lead: Person
let own: { id: string; ref: string }
let other: { id: string; ref: string }

beforeAll(async () => {
  world = await makeWorld()
  mina = await world.person({ role: 'caseworker' })
  lead = await world.person({ role: 'coordinator' })
  own = await anOpenFile(world, mina, { name: '류 하나' })
  other = await anOpenFile(world, lead, { name: '류 둘' })
})

/** The same person in a session that began after the one before it was last used. */
async function again(person: Person): Promise<Person> {
  const secret = randomBytes(32).toString('base64url')
  const sessionId = randomUUID()
  await world.as(person, () => Promise.resolve())
  await world.owner.sql`select begin_session(${sessionId}, ${sessionHash(secret)}, ${person.id})`
  return { ...person, sessionId, hash: sessionHash(secret) }
}

test('the first time somebody is here, nothing has changed meanwhile', async () => {
  const { changes } = await world.as(mina, readToday)
  expect(changes).toEqual([])
})

test('a caseworker learns what others did on own files since they were last here, and nothing of other files or own deeds', async () => {
  await world.owner.sql`update session set seen_at = now() - interval '2 minutes' where id = ${mina.sessionId}`
  const back = await again(mina)
  for (const { ref } of [own, other]) await world.does(lead, raiseFlag, { ref, reason: 'look again' })
  const task = AddTask.parse({ ref: own.ref, title: 'Ring', day: '2031-05-04', hour: '09' })
  await world.does(mina, addTask, task)
  const { changes } = await world.as(back, readToday)
  expect(changes.map(({ ref, deeds }) => [ref, deeds])).toEqual([[own.ref, ['flag.raise']]])
  expect(changes[0]?.by[0]).toMatch(/^coordinator/)
})

test('what was done before somebody was last here is not told again', async () => {
  await world.owner.sql`update session set seen_at = now() - interval '2 minutes' where account_id = ${mina.id}`
  const back = await again(mina)
  expect((await world.as(back, readToday)).changes).toEqual([])
})

test('being here is written at most once a minute', async () => {
  const written = async () => {
    const [row] = await world.owner.sql`select here_at::text as at from account where id = ${mina.id}`
    return String(row?.['at'])
  }
  const before = await written()
  await world.as(mina, () => Promise.resolve())
  expect(await written()).toBe(before)
})

test('my tasks of today and those left from before are told by what they are about', async () => {
  const due = (days: number, owner: Person) => world.owner.sql`
    insert into task (id, case_id, team_id, kind, due_at, owner_id, about_id, recorded_at)
    values (${randomUUID()}, ${own.id}, ${world.north}, 'hand', now() + make_interval(days => ${days}), ${owner.id}, ${own.id}, now())`
  await due(-2, mina)
  await due(3, mina)
  await due(-2, lead)
  const { tasks, clocks } = await world.as(mina, readToday)
  expect(tasks.map(({ ref, kind }) => [ref, kind])).toEqual([[own.ref, 'hand']])
  expect(clocks.filter(({ kind }) => kind === 'task').map(({ ref }) => ref)).toContain(own.ref)
})
