import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { findMatches } from '@/db/matches/find-matches'
import { anOpenFile } from '../../support/cases'
import { importing } from '../../support/imports'
import { makeMatcher } from '../../support/matcher'
import { type Person, type World, makeWorld } from '../../support/world'

const people = 700

let world: World
let lead: Person
let matcher: Awaited<ReturnType<typeof makeMatcher>>
let other: typeof matcher
let superuser: postgres.Sql

/** Each in a file of each team; their tags are more than one step takes. */
const names = Array.from({ length: people }, (_, n) =>
  String.fromCodePoint(
    0xae40,
    0xac00 + 588 * (n % 19) + 28 * (n % 21),
    0xac00 + 588 * (n % 17) + 28 * (n % 13) + 4 * (n % 2),
  ),
)

async function list(person: Person) {
  const text = ['Name,Born', ...[...new Set(names)].map((name, n) => `${name},19${60 + (n % 40)}`)].join('\n')
  await importing(world, person).imported(text, 'open')
}

const pairs = () =>
  world.owner.sql<{ two: string }[]>`select person_a || ' ' || person_b as two from match_pair order by 1`
const scan = async () => {
  const [row] = await world.owner
    .sql`select state, cursor, compared, pairs, files from match_scan order by asked_at desc limit 1`
  return row
}
const forgotten = () => world.owner.sql`delete from match_pair`

beforeAll(async () => {
  world = await makeWorld()
  matcher = await makeMatcher(world)
  other = await makeMatcher(world)
  superuser = postgres({ ...inject('cluster').superuser, database: world.app.database, max: 1 })
  lead = await world.person({ role: 'coordinator' })
  await list(lead)
  await list(await world.person({ role: 'coordinator', teamId: world.south }))
})

afterAll(() => superuser.end())

/** The matcher's connections to this database. */
const ofMatcher = () =>
  superuser`select pid from pg_stat_activity where usename = 'vigil_matcher' and datname = current_database()`

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 300; turn++) {
    if (await isSo()) return
    await pause(50)
  }
  throw new Error('it did not come to pass')
}

test('a search killed on its way goes on where it stood: every pair is found once, and none is lost', async () => {
  await world.does(lead, findMatches, {})
  await matcher.finish()
  const whole = (await pairs()).map(({ two }) => two)
  const first = await scan()
  expect(first).toMatchObject({ state: 'done', pairs: whole.length })
  expect(whole.length).toBeGreaterThan(100)
  await forgotten()

  await world.does(lead, findMatches, {})
  await matcher.step()
  const half = await scan()
  expect(half).toMatchObject({ state: 'running' })
  const before = (await pairs()).length
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(whole.length)
  const held = await world.owner.sql.reserve()
  await held`begin`
  await held`lock table match_pair in exclusive mode`
  const cut = matcher.step().catch((error: unknown) => error)
  await until(async () => (await superuser`${ofMatcher()} and wait_event_type = 'Lock'`).length > 0)
  await superuser`select pg_terminate_backend(pid) from (${ofMatcher()} and wait_event_type = 'Lock') waiting`
  await held`rollback`
  held.release()
  expect(await cut).toBeInstanceOf(Error)
  expect(await scan()).toEqual(half)
  expect((await pairs()).length).toBe(before)

  await other.finish()
  expect((await pairs()).map(({ two }) => two)).toEqual(whole)
  expect(await scan()).toMatchObject({ state: 'done', compared: first?.['compared'], pairs: whole.length })
  const entries = await world.owner
    .sql`select 1 from audit_entry where deed = 'match.find' group by case_id, object_ids having count(*) > 1`
  expect(entries).toEqual([])
})

test('a file that changes while a search is under way is compared as it is now', async () => {
  await forgotten()
  await world.does(lead, findMatches, {})
  await other.step()
  const { id } = await anOpenFile(world, lead, { name: names[3] ?? '', otherName: '', when: '' })
  await other.finish()
  const found = await world.owner.sql`select 1 from match_pair where ${id} in (case_a, case_b)`
  expect(found.length).toBeGreaterThan(0)
})
