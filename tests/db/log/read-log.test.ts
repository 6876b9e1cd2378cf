import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asNobody } from '@/db/ctx'
import { record } from '@/db/audit'
import { giveGrant } from '@/db/cases/give-grant'
import { readCase } from '@/db/cases/read-case'
import { connect } from '@/db/client'
import { logRows, readLog } from '@/db/log/read-log'
import { sequence } from '@/db/log/sequence'
import { auditEntries, vaultKeys } from '@/db/schema'
import { GiveGrant } from '@/lib/cases/forms'
import { LogQuery } from '@/lib/log/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let people: Record<'mina' | 'jun' | 'auditor' | 'admin' | 'stranger' | 'strangeCoordinator', Person>
let file: { id: string; ref: string }

const reason = 'covers while Mina is away'

beforeAll(async () => {
  world = await makeWorld()
  people = {
    mina: await world.person({ role: 'caseworker' }),
    jun: await world.person({ role: 'coordinator' }),
    auditor: await world.person({ role: 'auditor' }),
    admin: await world.person({ role: 'admin' }),
    stranger: await world.person({ role: 'caseworker', teamId: world.south }),
    strangeCoordinator: await world.person({ role: 'coordinator', teamId: world.south }),
  }
  file = await anOpenFile(world, people.mina)
  await world.as(people.mina, (ctx) => readCase(ctx, { ref: file.ref }))
  const given = { ref: file.ref, email: people.stranger.email, level: 'read', days: '7', reason }
  await world.does(people.jun, giveGrant, GiveGrant.parse(given))
})

const log = (person: Person, query: Record<string, string> = {}) => world.does(person, readLog, LogQuery.parse(query))
const deeds = async (person: Person, query: Record<string, string> = {}) =>
  (await log(person, query)).entries.map((entry) => entry.deed)

test('a page of the log is itself an entry, with the filters that were set', async () => {
  const { auditor } = people
  await log(auditor, { deed: 'case.read', outcome: 'done' })
  const [mine] = (await log(auditor, { actor: auditor.id })).entries
  expect(mine).toMatchObject({ deed: 'audit.read', outcome: 'done', actorId: auditor.id })
  const before = await world.owner.db.select().from(auditEntries)
  await log(auditor)
  expect(await world.owner.db.select().from(auditEntries)).toHaveLength(before.length + 1)
})

test('a caseworker reads their own entries and nobody else’s', async () => {
  const { entries, actors } = await log(people.mina)
  expect(entries.map((entry) => entry.deed)).toEqual(expect.arrayContaining(['case.open', 'case.read']))
  expect(new Set(entries.map((entry) => entry.actorId))).toEqual(new Set([people.mina.id]))
  expect(entries.find((entry) => entry.deed === 'case.read')?.ref).toBe(file.ref)
  expect(actors).toEqual([])
  expect(await deeds(people.mina, { actor: people.jun.id })).toEqual([])
})

test('a coordinator reads what the team did, with names, refs and reasons', async () => {
  const { entries, actors } = await log(people.jun)
  const grant = entries.find((entry) => entry.deed === 'grant.give')
  expect(grant).toMatchObject({ ref: file.ref, reason, leaf: null, actor: expect.stringContaining('coordinator') })
  expect(entries.some((entry) => entry.actorId === people.mina.id)).toBe(true)
  expect(actors.map((actor) => actor.id).sort()).toEqual([people.mina.id, people.jun.id].sort())
})

test('a stranger of another team sees nothing of ours', async () => {
  const theirs = [people.stranger, people.strangeCoordinator]
  for (const stranger of theirs) {
    const { entries } = await log(stranger)
    expect(entries.filter((entry) => !theirs.some((one) => one.id === entry.actorId))).toEqual([])
  }
  expect(await deeds(people.strangeCoordinator, { ref: file.ref })).toEqual([])
  expect(await deeds(people.strangeCoordinator, { actor: people.mina.id })).toEqual([])
})

test('an admin reads only what they did themselves', async () => {
  await log(people.admin)
  expect(await deeds(people.admin)).toEqual(['audit.read'])
})

test('the auditor reads every entry and its reason, sees leaves, and no ref', async () => {
  const sequencer = connect(world.connection('vigil_sequencer'), 1)
  afterAll(() => sequencer.sql.end({ timeout: 2 }))
  await sequence(sequencer.db)
  const { entries } = await log(people.auditor)
  expect(entries.find((entry) => entry.deed === 'grant.give')).toMatchObject({
    ref: null,
    reason,
    leaf: expect.any(Number),
  })
  expect(new Set(entries.map((entry) => entry.ref))).toEqual(new Set([null]))
  expect(entries.map((entry) => entry.actorId)).toEqual(expect.arrayContaining([people.mina.id, people.jun.id]))
  expect(await deeds(people.auditor, { ref: file.ref })).toEqual([])
})

test('what was done on a named file shows to nobody else of its team', async () => {
  const secret = await anOpenFile(world, people.mina, { name: '한별', otherName: '' })
  const read = async () => (await log(people.jun, { actor: people.mina.id })).entries
  const before = await read()
  await world.owner.sql`update case_file set confidentiality = 'named' where id = ${secret.id}`
  const entries = await read()
  expect(before.map((entry) => entry.ref)).toContain(secret.ref)
  expect(entries.map((entry) => entry.ref)).not.toContain(secret.ref)
  expect(before.length - entries.length).toBe(before.filter((entry) => entry.ref === secret.ref).length)
  expect(await deeds(people.jun, { ref: secret.ref })).toEqual([])
})

test('of a file that has left my reach my own entries stay, without its ref', async () => {
  const moved = await anOpenFile(world, people.mina, { name: '새롬', otherName: '' })
  const mine = async () => (await log(people.mina, { deed: 'case.open' })).entries[0]
  expect((await mine())?.ref).toBe(moved.ref)
  await world.owner.sql`delete from case_reach where case_id = ${moved.id}`
  expect(await mine()).toMatchObject({ deed: 'case.open', ref: null })
  expect(await deeds(people.mina, { ref: moved.ref })).toEqual([])
})

test('an entry whose key was destroyed is still shown, without its reason', async () => {
  const gone = await anOpenFile(world, people.mina, { name: '고은', otherName: '' })
  const given = { ref: gone.ref, email: people.stranger.email, level: 'read', days: '7', reason }
  await world.does(people.jun, giveGrant, GiveGrant.parse(given))
  const newest = async () => (await log(people.auditor, { deed: 'grant.give' })).entries[0]
  expect((await newest())?.reason).toBe(reason)
  await world.owner.db.delete(vaultKeys).where(eq(vaultKeys.caseId, gone.id))
  expect(await newest()).toMatchObject({ deed: 'grant.give', reason: null })
})

test('pages follow one another without a gap or a repeat, also within one instant', async () => {
  const at = new Date('2020-05-05T12:00:00.123Z')
  await asNobody(world.house, at, async (ctx) => {
    for (let n = 0; n < 2 * logRows + 7; n++) await record(ctx, 'account.sign-in')
  })
  const seen: string[] = []
  for (let after = ''; ;) {
    const given = { from: '2020-05-05', to: '2020-05-05', ...(after && { after }) }
    const { entries, next } = await log(people.auditor, given)
    seen.push(...entries.map((entry) => entry.id))
    expect(entries.every((entry) => entry.actorId === null && entry.actor === null)).toBe(true)
    if (!next) break
    after = next
  }
  expect(seen).toHaveLength(2 * logRows + 7)
  expect(new Set(seen).size).toBe(seen.length)
})

test('a coordinator’s pages of own and team entries follow one another too', async () => {
  const { jun } = people
  await world.as(jun, async (ctx) => {
    for (let n = 0; n < logRows + 5; n++) await record({ ...ctx, now: new Date('2020-06-06T00:00:00Z') }, 'case.list')
  })
  const first = await log(jun, { deed: 'case.list' })
  const second = await log(jun, { deed: 'case.list', after: first.next ?? '' })
  expect(new Set([...first.entries, ...second.entries].map((entry) => entry.id)).size).toBe(logRows + 5)
  expect(second.next).toBeNull()
})

test('a day begins and ends where the reader is', async () => {
  await asNobody(world.house, new Date('2019-03-03T15:30:00Z'), (ctx) => record(ctx, 'account.join'))
  const on = (day: string) => deeds(people.auditor, { deed: 'account.join', from: day, to: day })
  expect(await on('2019-03-04')).toEqual(['account.join'])
  expect(await on('2019-03-03')).toEqual([])
})

test('what is no filter falls away and never fails', async () => {
  const odd = LogQuery.parse({
    deed: 'drop table',
    outcome: '',
    actor: '1',
    from: '2023-02-30',
    to: '0000-01-01',
    ref: 'x',
    after: "'; --",
    more: 'x',
  })
  expect(odd).toEqual({})
  expect((await world.does(people.auditor, readLog, odd)).entries).toHaveLength(logRows)
})
