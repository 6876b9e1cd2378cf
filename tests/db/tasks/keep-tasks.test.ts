import { beforeAll, describe, expect, test } from 'vitest'
import { giveGrant } from '@/db/cases/give-grant'
import { addTask } from '@/db/tasks/add-task'
import { closeTask } from '@/db/tasks/close-task'
import { editTask } from '@/db/tasks/edit-task'
import { GiveGrant } from '@/lib/cases/forms'
import { AddTask, CloseTask, EditTask } from '@/lib/tasks/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let worker: Person
let mate: Person
let lead: Person
let file: { id: string; ref: string }

beforeAll(async () => {
  world = await makeWorld()
  worker = await world.person({ role: 'caseworker' })
  mate = await world.person({ role: 'caseworker' })
  lead = await world.person({ role: 'coordinator' })
  await world.owner.sql`update account set time_zone = 'Asia/Seoul' where id = ${worker.id}`
  file = await anOpenFile(world, worker)
})

const typed = { title: 'Ring the sister', day: '2031-05-04', hour: '09' }
const add = (given: object = {}) => world.does(worker, addTask, AddTask.parse({ ref: file.ref, ...typed, ...given }))

type Row = { id: string; state: string; due_at: string; owner_id: string; title: Uint8Array; version: number }
const tasks = (kind: string) =>
  world.owner.sql<Row[]>`select * from task where case_id = ${file.id} and kind = ${kind} order by recorded_at, id`
const newest = async () => {
  const task = (await tasks('hand')).at(-1)
  if (!task) throw new Error('a task was expected')
  return task
}

test('a task is due at the hour of its writer’s own zone, is its writer’s where nobody is named, and is sealed', async () => {
  await add()
  const task = await newest()
  expect(new Date(task.due_at).toISOString()).toBe('2031-05-04T00:00:00.000Z')
  expect(task.owner_id).toBe(worker.id)
  expect(Buffer.from(task.title).includes('sister')).toBe(false)
})

describe('who is to do it', () => {
  test('is somebody who sees the file', async () => {
    await expect(add({ owner: mate.id })).rejects.toMatchObject({ fields: { owner: 'may-not-see' } })
    await expect(add({ owner: lead.id })).resolves.toMatchObject({ ref: file.ref })
    expect((await newest()).owner_id).toBe(lead.id)
  })

  test('is nobody of another team without a grant, no auditor, and no account that is disabled', async () => {
    const stranger = await world.person({ role: 'caseworker', teamId: world.south })
    const gone = await world.person({ role: 'coordinator', state: 'disabled' })
    const auditor = await world.person({ role: 'auditor' })
    for (const { id } of [stranger, gone, auditor]) {
      await expect(add({ owner: id })).rejects.toMatchObject({ fields: { owner: 'may-not-see' } })
    }
    const grant = { ref: file.ref, email: stranger.email, level: 'read', days: '1', reason: 'asked for' }
    await world.does(lead, giveGrant, GiveGrant.parse(grant))
    await expect(add({ owner: stranger.id })).resolves.toMatchObject({ ref: file.ref })
  })

  test('a stranger learns from nobody’s id who sees a file', async () => {
    const stranger = await world.person({ role: 'caseworker', teamId: world.south })
    const rows = await world.as(stranger, (ctx) => ctx.db.execute(`select may_see('${file.id}'::uuid)`))
    expect([...rows]).toEqual([])
  })
})

test('a stale change is a conflict that shows what stands, and overwrites nothing', async () => {
  await add()
  const { id } = await newest()
  const edit = (day: string) =>
    world.does(
      worker,
      editTask,
      EditTask.parse({ ref: file.ref, taskId: id, version: '1', day, hour: '23', owner: lead.id }),
    )
  await edit('2031-05-05')
  await expect(edit('2031-05-06')).rejects.toMatchObject({
    code: 'conflict',
    theirs: { day: '2031-05-05', hour: '23', owner: lead.id, version: '2' },
  })
  expect(new Date((await newest()).due_at).toISOString()).toBe('2031-05-05T14:00:00.000Z')
})

const close = (id: string, given: object = {}) =>
  world.does(worker, closeTask, CloseTask.parse({ ref: file.ref, taskId: id, version: '1', outcome: 'done', ...given }))

test('a task is closed once: whoever closes it second is told, and what is closed is not changed', async () => {
  await add()
  const { id } = await newest()
  await close(id, { note: 'she answered' })
  const [closed] = await world.owner.sql`select * from task where id = ${id}`
  expect(closed).toMatchObject({ state: 'done', closed_by: worker.id, version: 2 })
  expect(Buffer.from(closed?.['note']).includes('answered')).toBe(false)
  const again = { outcome: 'dropped', note: 'not needed', version: '2' }
  await expect(close(id, again)).rejects.toMatchObject({ code: 'conflict', theirs: { outcome: 'done' } })
  const edit = EditTask.parse({ ...typed, ref: file.ref, taskId: id, version: '2', owner: lead.id })
  await expect(world.does(worker, editTask, edit)).rejects.toMatchObject({ code: 'conflict' })
})

test('a review that is done has been a look at the file: its clock starts anew, and the next review stands', async () => {
  const [first] = await tasks('review')
  await close(first?.id ?? '')
  const [, second] = await tasks('review')
  const [row] = await world.owner.sql<{ due: string }[]>`select review_due as due from case_file where id = ${file.id}`
  expect(second).toMatchObject({ state: 'open', owner_id: worker.id, due_at: row?.due })
  expect(Date.parse(row?.due ?? '') - Date.now()).toBeGreaterThan(6.9 * 86_400_000)
})
