import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { mailer } from '@/app/host/mailer'
import { connect } from '@/db/client'
import { houseKey } from '@/db/house'
import { askReminders } from '@/db/reminders/ask-reminders'
import { remind } from '@/db/reminders/remind'
import { readReminders, setReminders } from '@/db/reminders/set-reminders'
import type { MailFailed } from '@/lib/accounts/mail-failed'
import { smtpUrl } from '@/lib/smtp-url'
import { anOpenFile } from '../../support/cases'
import { mailServer } from '../../support/mail-server'
import { type Person, makeWorld } from '../../support/world'

const world = await makeWorld()
const [notifier, clock] = [connect(world.connection('vigil_notifier'), 1), connect(world.connection('vigil_clock'), 1)]
afterAll(() => Promise.all([notifier, clock].map((one) => one.sql.end({ timeout: 2 }))))
const { sql } = world.owner
const name = '리은별'

type Server = ReturnType<typeof mailServer>
const running: Server[] = []
afterAll(() => Promise.all(running.map((server) => server.close())))

function sendingTo(port: number) {
  const smtp = smtpUrl(`smtp://127.0.0.1:${port}`) ?? expect.fail('no address')
  return mailer({ smtp, from: 'vigil@house.example', house: 'https://vigil.house.example' })
}

/** One pass of the notifier, and what was said of it. */
async function tell(port: number) {
  const said: MailFailed[] = []
  const key = houseKey(world.house, 'staff')
  const told = await remind({ db: notifier.db, key, send: sendingTo(port), failed: (error) => said.push(error) })
  return { told, said }
}

/** The clock's job, then a pass of the notifier. */
async function pass(port: number) {
  await askReminders(clock.db)
  return tell(port)
}

async function serving(refuses: (to: string) => boolean = () => false) {
  const server = mailServer(refuses)
  running.push(server)
  return { taken: server.taken, port: await server.listening }
}

/** A zone in which it is noon, or another hour, now. */
const zoneAt = (hour: number) => {
  const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

let worker: Person
let file: { id: string; ref: string }

/** Somebody with a task that is due, and nobody else with one. */
beforeEach(async () => {
  await sql`update task set state = 'dropped', closed_at = now()`
  worker = await world.person({ role: 'caseworker' })
  await sql`update account set time_zone = ${zoneAt(12)} where id = ${worker.id}`
  file = await anOpenFile(world, worker, { name, otherName: '', confirmed: 'on' })
  await sql`update task set due_at = now() where case_id = ${file.id}`
})

test('who has a task due is told so once a day, in a mail that holds no ref, no name and no number', async () => {
  const { taken, port } = await serving()
  expect(await pass(port)).toEqual({ told: 1, said: [] })
  expect(await pass(port)).toEqual({ told: 0, said: [] })
  expect(taken.map(({ to }) => to)).toEqual([worker.email])
  const mail = taken[0]?.text ?? ''
  const body = mail.slice(mail.indexOf('\n\n')).trim()
  expect(body).toBe('You have tasks due in Vigil.\n\nhttps://vigil.house.example')
  expect(mail).toMatch(/^Subject: You have tasks due in Vigil$/m)
  for (const secret of [file.ref, file.id, name, 'caseworker', 'review']) {
    expect(mail.replaceAll(worker.email, '')).not.toContain(secret)
  }
  await sql`update reminder set asked_at = asked_at - interval '25 hours', reminded_at = now() - interval '25 hours' where account_id = ${worker.id}`
  expect((await pass(port)).told).toBe(1)
})

test('it is written in the language of the account', async () => {
  await sql`update account set locale = 'ko' where id = ${worker.id}`
  const { taken, port } = await serving()
  await pass(port)
  const quoted = (taken[0]?.text ?? '').replaceAll('=\n', '').replaceAll(/=([0-9A-F]{2})/g, '%$1')
  expect(decodeURIComponent(quoted)).toContain('Vigil에 기한이 된 할 일이 있습니다.')
})

const silenced: [string, () => Promise<unknown>][] = [
  ['with nothing due today', () => sql`update task set due_at = now() + interval '2 days' where case_id = ${file.id}`],
  ['whose account is closed', () => sql`update account set state = 'disabled' where id = ${worker.id}`],
  ['before seven in the morning', () => sql`update account set time_zone = ${zoneAt(5)} where id = ${worker.id}`],
  ['who no longer reaches the file', () => sql`delete from case_reach where case_id = ${file.id}`],
  ['who does not want to be told', () => world.does(worker, setReminders, { reminds: false })],
]

test.each(silenced)('nobody is written to %s', async (_, change) => {
  await change()
  const { taken, port } = await serving()
  expect((await pass(port)).told).toBe(0)
  expect(taken).toEqual([])
})

const sinceAsked = silenced.filter(([when]) => when !== 'before seven in the morning')

test.each(sinceAsked)('nobody is written to %s, though a job has written them down before', async (_, change) => {
  await askReminders(clock.db)
  await change()
  const { port } = await serving()
  expect((await tell(port)).told).toBe(0)
})

test('the notifier tells nobody whom no job has written down', async () => {
  const { port } = await serving()
  expect((await tell(port)).told).toBe(0)
})

test('whoever turned it off can turn it on again', async () => {
  for (const reminds of [false, true]) {
    await world.does(worker, setReminders, { reminds })
    expect(await world.as(worker, readReminders)).toBe(reminds)
  }
  const { port } = await serving()
  expect((await pass(port)).told).toBe(1)
  expect(await world.as(await world.person({ role: 'auditor' }), readReminders)).toBeNull()
})

const everythingOf = (error: unknown): string =>
  error instanceof Error
    ? [error.name, error.message, error.stack, JSON.stringify(error), everythingOf(error.cause)].join(' ')
    : String(error)

test('an address that is refused is told without it, tried no more that day, and keeps nobody else from their mail', async () => {
  const other = await world.person({ role: 'caseworker' })
  await sql`update account set time_zone = ${zoneAt(12)} where id = ${other.id}`
  const second = await anOpenFile(world, other, { name: '문가람', otherName: '' })
  await sql`update task set due_at = now() where case_id = ${second.id}`
  const { taken, port } = await serving((to) => to === worker.email)
  const { told, said } = await pass(port)
  expect(told).toBe(1)
  expect(taken.map(({ to }) => to)).toEqual([other.email])
  expect(said).toMatchObject([{ name: 'MailFailed', code: 'EENVELOPE' }])
  expect(everythingOf(said[0])).not.toContain(worker.email)
  expect((await pass(port)).said).toEqual([])
})

test('a server that is not there is told without the address, and the reminder is sent when it is back', async () => {
  const { port } = await serving()
  await running.at(-1)?.close()
  const failed: unknown = await pass(port).catch((error: unknown) => error)
  expect(failed).toMatchObject({ name: 'MailFailed', code: 'ESOCKET' })
  expect(everythingOf(failed)).not.toContain(worker.email)
  expect([...(await sql`select reminded_at from reminder where account_id = ${worker.id}`)]).toEqual([
    { reminded_at: null },
  ])
  const back = await serving()
  expect((await pass(back.port)).told).toBe(1)
})

test('the notifier reads addresses and languages of accounts, and nothing else', async () => {
  await notifier.sql`select id, email, locale from account`
  const refused = (text: string) => expect(notifier.sql.unsafe(text)).rejects.toMatchObject({ code: '42501' })
  for (const column of ['name', 'password_hash', 'team_id', 'role', '*']) await refused(`select ${column} from account`)
  for (const table of ['task', 'case_file', 'reminder', 'house_key', 'vault_key', 'session', 'audit_entry'])
    await refused(`select from ${table}`)
  await refused(`update account set locale = 'ko'`)
  await refused(`select me()`)
  await refused(`select from pgboss.job`)
  await refused(`select ask_reminders()`)
  await askReminders(clock.db)
  const [row] = await notifier.sql`select * from remindable()`
  expect(Object.keys(row ?? {})).toEqual(['remindable'])
  expect(await notifier.sql`select mark_reminded(${randomUUID()}) as marked`).toEqual([{ marked: false }])
})
