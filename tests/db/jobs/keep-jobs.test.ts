import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connect } from '@/db/client'
import { type Jobs, keepJobs } from '@/db/jobs/keep-jobs'
import { queues } from '@/db/jobs/queues'
import { raiseJobs } from '@/db/jobs/raise-jobs'
import { readJobState } from '@/db/jobs/read-job-state'
import { type World, makeWorld } from '../../support/world'

let world: World
let clock: ReturnType<typeof connect>
let scheduled: unknown[]

const standing = async () => [
  ...(await world.owner.sql`select name, cron, timezone, data from pgboss.schedule order by name`),
]

beforeAll(async () => {
  world = await makeWorld()
  clock = connect(world.connection('vigil_clock'), 1)
  scheduled = await standing()
  // Else a minute that ends in 0 or 5 would put jobs of its own among those that are counted here.
  await world.owner.sql`delete from pgboss.schedule`
})
afterAll(() => clock.sql.end({ timeout: 2 }))

const send = () => world.owner.sql`insert into pgboss.job (name, policy, retry_limit) values ('tidy', 'short', 0)`
const jobs = () =>
  world.owner.sql`select state::text, data, output from pgboss.job where name = 'tidy' order by created_on`

/** Works until this many jobs have ended, and answers what was told as failed. */
async function workUntil(ended: number, tidy: Jobs['work']['tidy']): Promise<unknown[]> {
  const told: unknown[] = []
  const kept = await keepJobs({
    connection: world.connection('vigil_clock'),
    work: { tidy, tasks: () => Promise.resolve(), reminders: () => Promise.resolve() },
    failed: (error) => told.push(error),
  })
  const finished = async () => (await jobs()).filter((job) => ['completed', 'failed'].includes(job['state'])).length
  await expect.poll(finished, { timeout: 20_000 }).toBe(ended)
  await kept.stop()
  await pause(50)
  return told
}

test('a job that waits is done by the clock, and the tables keep nothing of it but that', async () => {
  await send()
  let runs = 0
  const told = await workUntil(1, async () => {
    runs += 1
    await Promise.resolve()
  })
  expect(told).toEqual([])
  expect(runs).toBe(1)
  expect([...(await jobs())]).toEqual([{ state: 'completed', data: null, output: null }])
})

test('of a job that fails its class and code are kept, never its message or stack', async () => {
  await send()
  const fault = Object.assign(new RangeError('리은별 was held near the river'), { code: '57014' })
  const told = await workUntil(2, () => Promise.reject(fault))
  expect(told).toEqual([fault])
  const failed = (await jobs()).find((job) => job['state'] === 'failed')
  expect(failed?.['output']).toEqual({ class: 'RangeError', code: '57014' })
})

test('how the jobs stand is told to the admin and to nobody else', async () => {
  const state = async (role: 'admin' | 'auditor' | 'coordinator' | 'caseworker') =>
    world.as(await world.person({ role }), readJobState)
  expect(await state('admin')).toMatchObject({ waiting: 0, failed: 1, lastFinished: expect.any(Date) })
  for (const role of ['auditor', 'coordinator', 'caseworker'] as const) expect(await state(role)).toBeNull()
})

test('each queue stands with its time, and raising them again changes nothing', async () => {
  expect(scheduled).toEqual(Object.entries(queues).map(([name, cron]) => ({ name, cron, timezone: 'UTC', data: null })))
  const owner = connect(world.connection('vigil_owner'), 1)
  for (const time of ['first', 'second']) {
    await raiseJobs(owner.db)
    expect(await standing(), time).toEqual(scheduled)
  }
  await owner.sql.end({ timeout: 2 })
})

test('the application and the sequencer cannot touch the jobs, and the clock cannot change a queue or its time', async () => {
  for (const role of ['vigil_app', 'vigil_sequencer'] as const) {
    const { sql } = connect(world.connection(role), 1)
    await expect(sql`select from pgboss.job`).rejects.toMatchObject({ code: '42501' })
    await sql.end({ timeout: 2 })
  }
  const refused = (text: string) => expect(clock.sql.unsafe(text)).rejects.toMatchObject({ code: '42501' })
  await refused('update pgboss.schedule set cron = null')
  await refused(`select pgboss.delete_queue('tidy')`)
  await refused(`select pgboss.create_queue('another', '{}')`)
  await refused('create table pgboss.mine ()')
})

test('the clock owns no table of the jobs', async () => {
  const superuser = postgres({ ...world.connection('vigil_owner'), ...pickLogin(inject('cluster').superuser), max: 1 })
  const owners = await superuser`
    select distinct pg_get_userbyid(relowner) as owner from pg_class where relnamespace = 'pgboss'::regnamespace`
  await superuser.end({ timeout: 2 })
  expect([...owners]).toEqual([{ owner: 'vigil_owner' }])
})

function pickLogin({ username, password }: { username: string; password: string }) {
  return { username, password }
}
