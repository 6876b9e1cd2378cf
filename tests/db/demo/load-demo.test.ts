import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { drawFile } from '@/db/demo/draw-file'
import { histories } from '@/db/demo/histories'
import { loadDemo } from '@/db/demo/load-demo'
import { openHouse } from '@/db/house'
import { openKeyring } from '@/db/keyring'
import { demoSignIns } from '@/lib/accounts/demo-sign-ins'
import { situations } from '@/lib/situations/situations'
import { type World, makeWorld } from '../../support/world'

let world: World

let load: (password: string) => Promise<boolean>

beforeAll(async () => {
  world = await makeWorld()
  const owner = await openHouse(world.connection('vigil_owner'), openKeyring(inject('cluster').keysDir), 1)
  afterAll(() => owner.close())
  load = (password) => loadDemo({ owner, app: world.house, password, now: new Date() })
  await load('a quiet owl keeps watch')
})

const count = async (asked: string) => {
  const [row] = await world.owner.sql.unsafe<{ n: number }[]>(`select (${asked})::int as n`)
  return row?.n ?? 0
}

test('the demonstration holds about sixty files over five years, in every situation', async () => {
  expect(await count('select count(*) from case_file')).toBe(60)
  expect(await count('select max(now()::date - opened_at::date) from case_file')).toBeGreaterThan(4.5 * 365)
  const rows = await world.owner.sql<{ situation: string }[]>`select distinct situation from case_file`
  const told = rows.map(({ situation }) => situation)
  expect(situations.filter((situation) => !told.includes(situation))).toEqual([])
})

test.each([
  ['a source that denies what another says', "select count(*) from situation_entry where stance = 'denies'", 5],
  ['an entry that was corrected', 'select count(*) from situation_entry where correction_of is not null', 4],
  ['a hand-over', 'select count(*) from handover', 3],
  ['a flag that stands', 'select count(*) from flag where lowered_at is null', 2],
  ['a flag that was lowered', 'select count(*) from flag where lowered_at is not null', 2],
  ['a comment that mentions somebody', 'select count(*) from mention', 5],
  ['a task that was dropped', "select count(*) from task where state = 'dropped'", 2],
  ['a task that is open', "select count(*) from task where state = 'open'", 40],
  ['a sign of life', 'select count(*) from sign_of_life', 20],
  ['a fact that raises the danger', 'select count(*) from risk_factor', 10],
  ['a risk set by hand', 'select count(*) from risk_override', 3],
  ['a closed file', "select count(*) from case_file where workflow = 'closed'", 6],
  ['a file that was closed in error', "select count(*) from workflow_step where reason = 'closed_in_error'", 1],
  ['a file that is only watched', "select count(*) from case_file where workflow = 'monitoring'", 3],
  ['an emergency opening that waits to be reviewed', 'select count(*) from glass_break where reviewed_at is null', 1],
  [
    'a referral that waits for each of two teams, for a coordinator who can sign in',
    `select count(distinct r.to_team) from referral r join account a on a.team_id = r.to_team
      where r.state = 'waiting' and a.role = 'coordinator' and a.password_hash is not null`,
    2,
  ],
  ['a return that is expected', "select count(*) from task where kind = 'return' and state = 'open'", 1],
  [
    'a referral that was declined with a reason',
    "select count(*) from referral where state = 'declined' and answer is not null",
    1,
  ],
  ['a consent that was given', "select count(*) from consent where decision = 'granted'", 20],
  ['a consent that was refused', "select count(*) from consent where decision = 'refused'", 10],
  ['a consent that was taken back', "select count(*) from consent where decision = 'withdrawn'", 4],
  [
    'a relative’s consent that ended because the person can speak',
    "select count(*) from consent where decision = 'lapsed'",
    2,
  ],
  ['consents for several purposes', 'select count(distinct scope) from consent', 8],
  ['consents in several capacities', 'select count(distinct capacity) from consent', 3],
  ['an intervention that was answered', "select count(*) from intervention where state = 'replied'", 1],
  [
    'an intervention whose answer is waited for',
    "select count(*) from task where kind = 'reply' and state = 'open'",
    2,
  ],
  ['a draft that nobody has approved', "select count(*) from intervention where state = 'draft'", 4],
  [
    'a task because a consent was taken back that an intervention used',
    "select count(*) from task t join intervention i on i.id = t.about_id where t.kind = 'consent'",
    1,
  ],
  ['a list that its team shares', 'select count(*) from saved_view where is_shared', 2],
  ['a name in Chinese characters', "select count(*) from person_name where script = 'Hani'", 8],
  ['a call that nobody answered', "select count(*) from contact_log where outcome = 'no_answer'", 20],
  ['a file silent for two months', 'select count(*) from case_file where silent_since < now()::date - 60', 10],
])('the demonstration holds %s', async (_, asked, fewest) => {
  expect(await count(asked)).toBeGreaterThanOrEqual(fewest)
})

test('no history of the demonstration stopped half-way, and none lies in the future', async () => {
  expect(await count("select count(*) from audit_entry where outcome = 'refused'")).toBe(0)
  expect(await count('select count(*) from audit_entry where at > now()')).toBe(0)
  expect(await count("select count(*) from audit_entry where deed = 'case.open'")).toBe(60)
})

test('whoever signs in to a demonstration that was loaded before they could has the password that is printed', async () => {
  const open = 'select count(*) from account where password_hash is not null'
  expect(await count(open)).toBe(demoSignIns.length)
  await world.owner.sql`update account set password_hash = null where role = 'coordinator'`
  expect(await load('a quiet owl keeps watch')).toBe(false)
  expect(await count(open)).toBe(demoSignIns.length)
})

test('the same line always tells the same history, in the language it names', () => {
  const lines = histories.trim().split('\n')
  const at = { place: 3, today: '2023-10-12' }
  for (const line of lines) expect(drawFile(line, at)).toEqual(drawFile(line, at))
  const notes = (language: string) =>
    lines
      .filter((line) => line.includes(` ${language} `))
      .flatMap((line) => drawFile(line, at).events.flatMap((event) => (event.does === 'call' ? event.typed.note : [])))
  expect(notes('ko').length).toBeGreaterThan(40)
  expect(notes('en').length).toBeGreaterThan(40)
  expect(notes('ko').filter((note) => !/[가-힣]/.test(note ?? ''))).toEqual([])
  expect(notes('en').filter((note) => /[가-힣]/.test(note ?? ''))).toEqual([])
})
