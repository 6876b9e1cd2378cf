import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addTask } from '@/db/tasks/add-task'
import { listTasks, pageTasks } from '@/db/tasks/list-tasks'
import { readCaseTasks } from '@/db/tasks/read-case-tasks'
import { showTitles } from '@/db/tasks/show-titles'
import { AddTask, ListTasks } from '@/lib/tasks/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let worker: Person
let lead: Person
let file: { id: string; ref: string }

beforeAll(async () => {
  world = await makeWorld()
  worker = await world.person({ role: 'caseworker' })
  lead = await world.person({ role: 'coordinator' })
  file = await anOpenFile(world, worker)
  const typed = { ref: file.ref, title: 'Ring Ri Un-ha', day: '2020-05-04', hour: '09' }
  await world.does(worker, addTask, AddTask.parse(typed))
})

const list = (person: Person, given: object = {}) => world.does(person, listTasks, ListTasks.parse(given))
const entries = async (deed: string) => (await world.owner.sql`select from audit_entry where deed = ${deed}`).length

test('mine are those given to me, my team’s those of the files I see, the first due first', async () => {
  const { rows } = await list(worker)
  expect(rows.map(({ kind, due }) => [kind, due])).toEqual([
    ['hand', 'overdue'],
    ['review', 'week'],
  ])
  expect((await list(lead)).rows).toEqual([])
  expect((await list(lead, { whose: 'team' })).rows.map(({ ref }) => ref)).toEqual([file.ref, file.ref])
})

test('who does not see a file sees none of its tasks, whatever list is asked for', async () => {
  const mate = await world.person({ role: 'caseworker' })
  const otherLead = await world.person({ role: 'coordinator', teamId: world.south })
  for (const person of [mate, otherLead]) {
    expect((await list(person, { whose: 'team' })).rows).toEqual([])
    await expect(world.does(person, readCaseTasks, { ref: file.ref })).rejects.toMatchObject({ code: 'not-found' })
  }
  await world.owner.sql`update task set owner_id = ${mate.id} where case_id = ${file.id} and kind = 'review'`
  expect((await list(mate)).rows).toEqual([])
  await world.owner.sql`update task set owner_id = ${worker.id} where case_id = ${file.id} and kind = 'review'`
  for (const role of ['auditor', 'admin'] as const) {
    const person = await world.person({ role })
    await expect(list(person)).rejects.toMatchObject({ code: 'forbidden' })
  }
})

test('what a task says is shut until asked for, then open in that list alone, and the log says who read it', async () => {
  const shut = await list(worker)
  expect(JSON.stringify(shut)).not.toContain('Un-ha')
  expect(shut.rows.map(({ title, isShut }) => [title, isShut])).toEqual([
    [null, true],
    [null, false],
  ])
  expect(await entries('task.list')).toBe(0)
  await world.does(worker, showTitles, { list: 'whose=mine' })
  expect((await list(worker)).rows.map(({ title }) => title)).toEqual(['Ring Ri Un-ha', null])
  expect(await entries('task.list')).toBe(1)
  expect((await list(worker, { whose: 'team' })).rows[0]).toMatchObject({ title: null, isShut: true })
})

test('a file shows its own tasks with what they say, and who may be given one', async () => {
  const view = await world.does(worker, readCaseTasks, { ref: file.ref })
  expect(view.open.map(({ title, kind }) => title ?? kind)).toEqual(['Ring Ri Un-ha', 'review'])
  expect(view.closed).toEqual([])
  expect(view.colleagues.map(({ id }) => id).sort()).toEqual([worker.id, lead.id].sort())
})

test('a kind narrows the list, and pages follow each other without a hole or a task shown twice', async () => {
  const other = await world.person({ role: 'caseworker' })
  const { id: caseId } = await anOpenFile(world, other, { name: '한누리' })
  for (let n = 0; n < pageTasks + 5; n += 1) {
    await world.owner.sql`insert into task (id, case_id, team_id, kind, due_at, owner_id, about_id, recorded_at)
      values (${randomUUID()}, ${caseId}, ${world.north}, 'try-again', now() + ${n % 3} * interval '1 day', ${other.id}, ${randomUUID()}, now())`
  }
  const first = await list(other, { kind: 'try-again' })
  const second = await list(other, { kind: 'try-again', after: first.next })
  expect([first.rows.length, second.rows.length, second.next]).toEqual([pageTasks, 5, null])
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(pageTasks + 5)
  expect((await list(other, { kind: 'gap' })).rows).toEqual([])
})
