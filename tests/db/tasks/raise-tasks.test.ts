import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { connect } from '@/db/client'
import { raiseTasks } from '@/db/tasks/raise-tasks'
import { silenceLimitDays } from '@/lib/situations/silence'
import { situations } from '@/lib/situations/situations'
import { anOpenFile } from '../../support/cases'
import { makeWorld } from '../../support/world'

const world = await makeWorld()
const clock = connect(world.connection('vigil_clock'), 1)
afterAll(() => clock.sql.end({ timeout: 2 }))
const { sql } = world.owner
const worker = await world.person({ role: 'caseworker' })
let id: string

/** A file without a task, looked at yesterday and heard of today. */
beforeEach(async () => {
  await sql`update case_file set workflow = 'closed'`
  const file = await anOpenFile(world, worker, { name: `이름 ${randomUUID().slice(0, 6)}` })
  id = file.id
  await sql`delete from task where case_id = ${id}`
})

const raise = () => raiseTasks(clock.db)
const kinds = async () =>
  (await sql`select kind from task where case_id = ${id} order by kind`).map((row) => row['kind'])

test('a review that is due within a day is opened once, for the owner of the file, and never a second beside it', async () => {
  await sql`update case_file set review_due = now() + interval '23 hours' where id = ${id}`
  expect(await raise()).toBe(1)
  expect(await raise()).toBe(0)
  const [task] =
    await sql`select t.state, t.owner_id, t.recorded_by, t.due_at = c.review_due as due from task t join case_file c on c.id = t.case_id where c.id = ${id}`
  expect(task).toEqual({ state: 'open', owner_id: worker.id, recorded_by: null, due: true })
})

test('what is due later, and what is closed, waits', async () => {
  await sql`update case_file set review_due = now() + interval '25 hours' where id = ${id}`
  expect(await raise()).toBe(0)
  await sql`update case_file set review_due = now(), silent_since = '2001-01-01', workflow = 'closed' where id = ${id}`
  expect(await raise()).toBe(0)
})

test('a review that was dropped stays away for a day and comes back', async () => {
  await sql`update case_file set review_due = now() where id = ${id}`
  await raise()
  await sql`update task set state = 'dropped', closed_at = now() where case_id = ${id}`
  expect(await raise()).toBe(0)
  await sql`update task set closed_at = now() - interval '25 hours' where case_id = ${id}`
  expect(await raise()).toBe(1)
})

test.each(situations)('in %s silence is a task from the day after its limit, if it has one', async (situation) => {
  const limit = silenceLimitDays(situation)
  const silent = (days: number) =>
    sql`update case_file set situation = ${situation}, silent_since = (now() at time zone 'UTC')::date - ${days}::int where id = ${id}`
  await silent(limit ?? 9000)
  await raise()
  expect(await kinds()).toEqual([])
  if (limit === null) return
  await silent(limit + 1)
  await raise()
  expect(await kinds()).toEqual(['silence'])
  await sql`update task set state = 'done', closed_at = now() where case_id = ${id}`
  expect(await raise()).toBe(0)
})

test('an answer that is overdue is opened again a week after it was dropped, and never once it has come', async () => {
  const intervention = randomUUID()
  const sealed = Buffer.alloc(64, 1)
  const lead = await world.person({ role: 'coordinator' })
  await sql`insert into intervention (id, case_id, type, mechanism, addressee, requested_action, disclosed_fields, harm, state, changed_by, approved_by, approved_at, submitted_at, reply_due_at, recorded_by, recorded_at)
    values (${intervention}, ${id}, 'UNHCR_NOTIFY', 'UNHCR', ${sealed}, ${sealed}, array['name'], ${sealed}, 'submitted', ${worker.id}, ${lead.id}, now(), now(), now() + interval '25 hours', ${worker.id}, now())`
  expect(await raise()).toBe(0)
  await sql`update intervention set reply_due_at = now() where id = ${intervention}`
  expect(await raise()).toBe(1)
  expect(await raise()).toBe(0)
  expect(await sql`select kind, owner_id, about_id from task where case_id = ${id}`).toEqual([
    { kind: 'reply', owner_id: worker.id, about_id: intervention },
  ])
  await sql`update task set state = 'dropped', closed_at = now() - interval '6 days' where case_id = ${id}`
  expect(await raise()).toBe(0)
  await sql`update task set closed_at = now() - interval '8 days' where case_id = ${id}`
  expect(await raise()).toBe(1)
  await sql`delete from task where case_id = ${id}`
  await sql`update intervention set state = 'replied' where id = ${intervention}`
  expect(await raise()).toBe(0)
})

test('a risk that was said to end ends at its hour, and not before', async () => {
  await sql`update case_file set risk = 'R4', risk_then = 'R2', risk_until = now() + interval '1 hour' where id = ${id}`
  await raise()
  expect(await sql`select risk from case_file where id = ${id}`).toMatchObject([{ risk: 'R4' }])
  await sql`update case_file set risk_until = now() where id = ${id}`
  expect(await raise()).toBe(1)
  const [row] = await sql`select risk, risk_then, risk_until, version from case_file where id = ${id}`
  expect(row).toEqual({ risk: 'R2', risk_then: null, risk_until: null, version: 1 })
})

test('more than one batch is done in one pass', async () => {
  await sql`update case_file set review_due = now(), workflow = 'active'`
  const [open] = await sql<{ n: number }[]>`
    select count(*)::int as n from case_file c where not exists (select from task t where t.case_id = c.id and t.kind = 'review')`
  expect(open?.n).toBeGreaterThan(2)
  const raised = await clock.sql<{ n: number }[]>`select raise_tasks(2) as n`
  expect(raised[0]?.n).toBeGreaterThanOrEqual(2)
  await raise()
  expect(await raise()).toBe(0)
})

test('the clock opens tasks through its function alone, and the application cannot call it', async () => {
  await expect(clock.sql`select from task`).rejects.toMatchObject({ code: '42501' })
  await expect(clock.sql`select ref from case_file`).rejects.toMatchObject({ code: '42501' })
  const app = connect(world.connection('vigil_app'), 1)
  await expect(app.sql`select raise_tasks(1)`).rejects.toMatchObject({ code: '42501' })
  await app.sql.end({ timeout: 2 })
})
