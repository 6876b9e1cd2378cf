import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { assignCases } from '@/db/cases/assign-cases'
import { addTasks } from '@/db/tasks/add-tasks'
import { flagCases } from '@/db/together/flag-cases'
import { AddTasks, AssignCases, FlagCases, tickedMax } from '@/lib/cases/after-bulk'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let mina: Person
let mate: Person
let lead: Person
let far: Person
type File = { id: string; ref: string }
let own: File
let shared: File
let foreign: File

const absent = 'V-222-22'

beforeAll(async () => {
  world = await makeWorld()
  const one = (role: Person['role'], teamId = world.north) => world.person({ role, teamId })
  ;[mina, mate, lead, far] = [
    await one('caseworker'),
    await one('caseworker'),
    await one('coordinator'),
    await one('caseworker', world.south),
  ]
  const file = (person: Person) => anOpenFile(world, person, { name: `류 ${randomUUID()}` })
  own = await file(mina)
  shared = await file(mate)
  foreign = await file(far)
  await world.owner.sql`update case_file set confidentiality = 'team' where id = ${shared.id}`
})

const entries = (person: Person, deed: string) =>
  world.owner.sql<{ case_id: string | null; outcome: string }[]>`
    select case_id, outcome from audit_entry where actor_id = ${person.id} and deed = ${deed} order by at`
const refs = (...files: { ref: string }[]) => files.map(({ ref }) => ref).join(' ')

test('a deed on several files is done where it may be, and what it was not done on is told and not logged', async () => {
  const task = { title: 'Ring', day: '2031-05-04', hour: '09' }
  const asked = AddTasks.parse({ refs: refs(own, shared, foreign, { ref: absent }), ...task })
  expect(await world.does(mina, addTasks, asked)).toEqual({ list: '', done: 1, left: [shared.ref], absent: 2 })
  expect([...(await entries(mina, 'task.add'))]).toEqual([{ case_id: own.id, outcome: 'done' }])
  const stored = await world.owner.sql`select case_id from task where kind = 'hand'`
  expect(stored.map(({ case_id: id }) => String(id))).toEqual([own.id])
})

test('a file out of reach in the post is told apart from one that does not exist by nothing', async () => {
  const ask = (ref: string) => world.does(mina, flagCases, FlagCases.parse({ refs: ref, reason: 'look again' }))
  expect(await ask(foreign.ref)).toEqual(await ask(absent))
  const touched = await world.owner.sql`select id from flag where case_id = ${foreign.id}`
  expect(touched.length).toBe(0)
  expect((await entries(mina, 'flag.raise')).length).toBe(0)
})

test('whoever sees a file may flag it with others, and each is flagged once with its own entry', async () => {
  const asked = FlagCases.parse({ refs: refs(own, shared, own), reason: 'look again' })
  expect(await world.does(mina, flagCases, asked)).toMatchObject({ done: 2, left: [], absent: 0 })
  const flagged = await world.owner.sql<{ id: string }[]>`select id from case_file where is_flagged`
  expect(flagged.map(({ id }) => id).sort()).toEqual([own.id, shared.id].sort())
  expect((await entries(mina, 'flag.raise')).map(({ case_id: id }) => id).sort()).toEqual([own.id, shared.id].sort())
})

test('a coordinator assigns several files; one who cannot hold them leaves all as they were', async () => {
  const ticked = { refs: refs(own, shared, foreign) }
  const toFar = AssignCases.parse({ ...ticked, owner: far.id })
  expect(await world.does(lead, assignCases, toFar)).toMatchObject({ done: 0, absent: 1 })
  expect((await entries(lead, 'case.assign')).length).toBe(0)
  const toMate = AssignCases.parse({ ...ticked, owner: mate.id })
  expect(await world.does(lead, assignCases, toMate)).toMatchObject({ done: 2, left: [], absent: 1 })
  const held = await world.owner.sql<{ id: string }[]>`select id from case_file where owner_id = ${mate.id}`
  expect(held.map(({ id }) => id).sort()).toEqual([own.id, shared.id].sort())
})

test('more than fifty files at once are refused by the form', () => {
  const many = Array.from({ length: tickedMax + 1 }, (_, n) => ({ ref: `V-${n}` }))
  expect(FlagCases.safeParse({ refs: refs(...many), reason: 'x' }).error?.issues[0]?.message).toBe('too-many-files')
})
