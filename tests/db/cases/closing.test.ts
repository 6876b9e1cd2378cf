import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monitorCase } from '@/db/cases/monitor-case'
import { reopenCase } from '@/db/cases/reopen-case'
import { addTask } from '@/db/tasks/add-task'
import { MonitorCase, ReopenCase } from '@/lib/decisions/forms'
import { AddTask } from '@/lib/tasks/forms'
import { deciding } from '../../support/deciding'
import { aFullFile, type SceneFile } from '../../support/scene'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let owner: Person
let lead: Person
let file: SceneFile
let on: ReturnType<typeof deciding>

beforeAll(async () => {
  world = await makeWorld()
  owner = await world.person({ role: 'caseworker' })
  lead = await world.person({ role: 'coordinator' })
})

beforeEach(async () => {
  file = await aFullFile(world, owner, 'assigned')
  on = deciding(world, file)
})

const aTask = () =>
  world.does(owner, addTask, AddTask.parse({ ref: file.ref, title: 'ring the aunt', day: '2030-01-01', hour: '09' }))

const version = async () => String((await on.view(owner)).head.version)
const reopen = async (person: Person) =>
  world.does(person, reopenCase, ReopenCase.parse({ ref: file.ref, version: await version(), reason: 'news' }))
const move = async (to: string) =>
  world.does(owner, monitorCase, MonitorCase.parse({ ref: file.ref, version: await version(), to }))

describe('the end of our work on a file', () => {
  test('is proposed by one and approved by another; then no clock runs and the step is kept', async () => {
    await on.close(owner, { note: 'she lives in safety now' })
    expect(await on.state()).toMatchObject({ workflow: 'active' })
    await expect(on.approve(owner)).rejects.toMatchObject({ code: 'forbidden' })
    await on.approve(lead)
    expect(await on.state()).toMatchObject({ workflow: 'closed', due: null })
    expect((await on.view(owner)).steps).toMatchObject([
      {
        fromWorkflow: 'active',
        toWorkflow: 'closed',
        reason: 'safe',
        note: 'she lives in safety now',
        recordedBy: owner.id,
        approvedBy: lead.id,
      },
    ])
    expect((await on.tasks()).filter((task) => task.endsWith('open'))).toEqual([])
  })

  test('a coordinator does not approve the closing they proposed', async () => {
    await on.close(lead)
    await expect(on.approve(lead)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await on.state()).toMatchObject({ workflow: 'active' })
  })

  test('waits for what somebody still has to do, unless that is dropped on purpose, and nothing is lost before it is approved', async () => {
    await aTask()
    await expect(on.close(owner)).rejects.toMatchObject({ fields: { dropTasks: 'open-tasks' } })
    expect(await on.tasks()).toContain('hand open')
    await on.close(owner, { dropTasks: 'on' })
    expect(await on.tasks()).toContain('hand open')
    await on.approve(lead)
    expect(await on.tasks()).toContain('hand dropped')
  })

  test('a task that came after the proposal stops it too, until the second person drops it', async () => {
    await on.close(owner)
    await aTask()
    await expect(on.approve(lead)).rejects.toMatchObject({ fields: { dropTasks: 'open-tasks' } })
    expect(await on.state()).toMatchObject({ workflow: 'active' })
    await on.approve(lead, { dropTasks: 'on' })
    expect(await on.state()).toMatchObject({ workflow: 'closed' })
  })

  test('another question that waits is answered first', async () => {
    await on.close(owner)
    const closing = (await on.view(owner)).proposals[0]?.id ?? ''
    await on.record(owner, { situation: 'MISSING' })
    await expect(on.approve(lead, { proposalId: closing })).rejects.toMatchObject({
      fields: { reason: 'proposals-waiting' },
    })
  })

  test('a closed file is opened again for a reason, and its clock runs again', async () => {
    await on.close(owner)
    await on.approve(lead)
    await expect(on.record(owner, { situation: 'RETURNED', when: '2022' })).rejects.toMatchObject({ code: 'forbidden' })
    await reopen(owner)
    const state = await on.state()
    expect(state).toMatchObject({ workflow: 'active' })
    expect(state?.due).not.toBeNull()
    await on.record(owner, { situation: 'RETURNED', when: '2022' })
    await expect(reopen(owner)).rejects.toMatchObject({ fields: { reason: 'not-from-here' } })
  })
})

test('a file is only watched, and worked on again; it is not closed from where it is watched', async () => {
  await world.owner.sql`update task set due_at = '2020-01-01' where case_id = ${file.id} and kind = 'review'`
  await move('monitoring')
  expect(await on.state()).toMatchObject({ workflow: 'monitoring' })
  const reviews = await world.owner.sql`
    select t.due_at = c.review_due as "isOfFile" from task t join case_file c on c.id = t.case_id
     where c.id = ${file.id} and t.kind = 'review' and t.state = 'open'`
  expect([...reviews]).toEqual([{ isOfFile: true }])
  await expect(on.close(owner)).rejects.toMatchObject({ fields: { reason: 'not-from-here' } })
  await move('active')
  expect(await on.state()).toMatchObject({ workflow: 'active' })
  expect((await on.view(owner)).steps).toHaveLength(2)
})

describe('good news', () => {
  const consent = (...[scope, capacity, decision, minutesAgo]: [string, string, string, number]) => world.owner.sql`
    insert into consent (id, case_id, given_by, capacity, scope, decision, method, at, recorded_by, recorded_at)
    values (${randomUUID()}, ${file.id}, ${file.caller}, ${capacity}, ${scope}, ${decision}, 'voice', ${Buffer.alloc(64, 1)}, ${owner.id}, now() - ${minutesAgo} * interval '1 minute')`
  const kin = 'NEXT_OF_KIN_SUBJECT_UNREACHABLE'

  const lapsed = async () => {
    const rows = await world.owner.sql<{ scope: string }[]>`
      select scope from consent where case_id = ${file.id} and decision = 'lapsed' order by scope`
    return rows.map(({ scope }) => scope)
  }

  test('what relatives allowed lapses once the person can speak, purpose by purpose, and we are to ask first', async () => {
    await consent('CASEWORK', kin, 'granted', 9)
    await consent('UN_WGEID', kin, 'granted', 9)
    await consent('MEDIA_ANON', kin, 'granted', 9)
    await consent('MEDIA_ANON', kin, 'withdrawn', 5)
    await consent('SHARE_UNHCR', 'LEGAL_REP', 'granted', 9)
    await on.record(owner, { situation: 'SHELTERED', when: '2022', speaksForSelf: 'on' })
    expect(await lapsed()).toEqual(['CASEWORK', 'UN_WGEID'])
    expect(await on.tasks()).toEqual(expect.arrayContaining(['consent open', 'reply open', 'visit-later open']))
    const granted = await world.owner.sql`select 1 from consent where case_id = ${file.id} and decision = 'granted'`
    expect(granted).toHaveLength(4)
  })

  test('nothing lapses while nobody has said that the person can speak, nor for one who is not safe', async () => {
    await consent('CASEWORK', kin, 'granted', 9)
    const unsafe = on.record(owner, { situation: 'RETURNED', when: '2022', speaksForSelf: 'on' })
    await expect(unsafe).rejects.toMatchObject({ fields: { speaksForSelf: 'only-in-safety' } })
    await on.record(owner, { situation: 'SHELTERED', when: '2022' })
    expect(await lapsed()).toEqual([])
  })
})
