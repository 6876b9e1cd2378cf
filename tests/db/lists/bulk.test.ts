import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { detailsOf } from '@/db/audit'
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
  world.owner.sql<{ id: string; case_id: string | null; object_ids: string[]; outcome: string; details: Buffer }[]>`
    select id, case_id, object_ids, outcome, details from audit_entry where actor_id = ${person.id} and deed = ${deed} order by at`
const refs = (...files: { ref: string }[]) => files.map(({ ref }) => ref).join(' ')

test('a deed on several files is done where it may be, and what it was not done on is told', async () => {
  const task = { title: 'Ring', day: '2031-05-04', hour: '09' }
  const asked = AddTasks.parse({ refs: refs(own, shared, foreign, { ref: absent }), ...task })
  expect(await world.does(mina, addTasks, asked)).toEqual({ list: '', done: 1, left: [shared.ref], absent: 2 })
  const [first] = await entries(mina, 'task.add')
  expect(first).toMatchObject({ case_id: own.id, outcome: 'done' })
  const stored = await world.owner.sql`select case_id from task where kind = 'hand'`
  expect(stored.map(({ case_id: id }) => String(id))).toEqual([own.id])
})

test('a file out of reach in the post is told apart from one that does not exist by nothing', async () => {
  const ask = (ref: string) => world.does(mina, flagCases, FlagCases.parse({ refs: ref, reason: 'look again' }))
  expect(await ask(foreign.ref)).toEqual(await ask(absent))
  const touched = await world.owner.sql`select id from flag where case_id = ${foreign.id}`
  expect(touched.length).toBe(0)
  expect((await entries(mina, 'flag.raise')).map(({ outcome }) => outcome)).toEqual(['refused', 'refused'])
})

test('trying refs one has no business with shows in the log: one entry a deed, with counts and without a file', async () => {
  const prober = await world.person({ role: 'caseworker', teamId: world.north })
  const asked = FlagCases.parse({ refs: refs(foreign, own, { ref: absent }), reason: 'look again' })
  await world.does(prober, flagCases, asked)
  const [entry, ...more] = await entries(prober, 'flag.raise')
  expect(more).toEqual([])
  expect(entry).toMatchObject({ case_id: null, object_ids: [], outcome: 'refused' })
  const told = await world.as(prober, ({ vault }) => {
    const plain = vault.openForHouse('audit_entry.details', entry?.id ?? '', entry?.details ?? Buffer.alloc(0))
    return Promise.resolve(detailsOf(plain))
  })
  expect(JSON.parse(told)).toEqual({ code: 'not-found', absent: 3, left: 0 })
})

test('whoever sees a file may flag it with others, and each is flagged once with its own entry', async () => {
  const asked = FlagCases.parse({ refs: refs(own, shared, own), reason: 'look again' })
  expect(await world.does(mina, flagCases, asked)).toMatchObject({ done: 2, left: [], absent: 0 })
  const flagged = await world.owner.sql<{ id: string }[]>`select id from case_file where is_flagged`
  expect(flagged.map(({ id }) => id).sort()).toEqual([own.id, shared.id].sort())
  const done = (await entries(mina, 'flag.raise')).filter(({ outcome }) => outcome === 'done')
  expect(done.map(({ case_id: id }) => id).sort()).toEqual([own.id, shared.id].sort())
})

test('a coordinator assigns several files; one who cannot hold them leaves all as they were', async () => {
  const ticked = { refs: refs(own, shared, foreign) }
  const toFar = AssignCases.parse({ ...ticked, owner: far.id })
  expect(await world.does(lead, assignCases, toFar)).toMatchObject({ done: 0, absent: 1 })
  expect((await entries(lead, 'case.assign')).map(({ outcome }) => outcome)).toEqual(['refused'])
  const toMate = AssignCases.parse({ ...ticked, owner: mate.id })
  expect(await world.does(lead, assignCases, toMate)).toMatchObject({ done: 2, left: [], absent: 1 })
  const held = await world.owner.sql<{ id: string }[]>`select id from case_file where owner_id = ${mate.id}`
  expect(held.map(({ id }) => id).sort()).toEqual([own.id, shared.id].sort())
})

test('more than fifty files at once are refused by the form', () => {
  const many = Array.from({ length: tickedMax + 1 }, (_, n) => ({ ref: `V-${n}` }))
  expect(FlagCases.safeParse({ refs: refs(...many), reason: 'x' }).error?.issues[0]?.message).toBe('too-many-files')
})
