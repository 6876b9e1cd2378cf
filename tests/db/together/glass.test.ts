import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { setConfidentiality } from '@/db/cases/assign-case'
import { fileHead } from '@/db/cases/file-head'
import { matchNames } from '@/db/cases/match-names'
import { readCase } from '@/db/cases/read-case'
import { recordContact } from '@/db/contacts/record-contact'
import { revealContact } from '@/db/contacts/reveal-contact'
import { HomeQuery, readHome } from '@/db/home/read-home'
import { readLog } from '@/db/log/read-log'
import { revealSource } from '@/db/sources/reveal-source'
import { breakGlass, readGlass } from '@/db/together/break-glass'
import { readTogether } from '@/db/together/read-together'
import { reviewGlass } from '@/db/together/review-glass'
import { writeComment } from '@/db/together/write-comment'
import { SetConfidentiality } from '@/lib/cases/forms'
import { LogQuery } from '@/lib/log/forms'
import { RecordContact } from '@/lib/people/forms'
import { BreakGlass, ReviewGlass, WriteComment } from '@/lib/together/forms'
import { anOpenFile } from '../../support/cases'
import { type SceneFile, aFullFile } from '../../support/scene'
import { type Person, type World, makeWorld } from '../../support/world'

const password = 'an old password that is long'
const name = '리은별'

let world: World
let asker: Person
let askersLead: Person
let holder: Person
let holdersLead: Person
let file: SceneFile

beforeEach(async () => {
  world = await makeWorld()
  asker = await world.person({ role: 'caseworker', password })
  askersLead = await world.person({ role: 'coordinator' })
  holder = await world.person({ role: 'caseworker', teamId: world.south })
  holdersLead = await world.person({ role: 'coordinator', teamId: world.south })
  file = await aFullFile(world, holder, 'assigned')
})

const hintFor = async (person: Person, whole = name) =>
  (await world.as(person, (ctx) => matchNames(ctx, [whole]))).hints[0] ?? ''
const breaking = (hint: string, current = password) =>
  BreakGlass.parse({ hint, reason: 'she is at the border now', current })
const smash = async (person = asker) => world.does(person, breakGlass, breaking(await hintFor(person)))
const read = (person: Person) => world.does(person, readCase, { ref: file.ref })
const board = async (person: Person) => {
  const answer = await world.does(person, readHome, HomeQuery.parse({ keysDir: '/k', world: 'own', embedded: true }))
  return answer.role === 'coordinator' ? answer : expect.fail('a board was expected')
}

describe('a file opened in an emergency', () => {
  test('is read for four hours, names and notes, and then no more', async () => {
    await expect(read(asker)).rejects.toMatchObject({ code: 'not-found' })
    expect(await smash()).toEqual({ ref: file.ref })
    const view = await read(asker)
    expect(view.people[0]?.names.map(({ text }) => text)).toContain(name)
    expect(view.can).toMatchObject({ glass: true, edit: false, reveal: false, revealSources: false, record: false })
    const [reach] = await world.owner.sql`
      select level, until - now() < interval '4 hours' and until - now() > interval '3 hours 59 minutes' as four
        from case_reach where user_id = ${asker.id} and case_id = ${file.id}`
    expect(reach).toEqual({ level: 'glass', four: true })
    await world.owner.sql`update case_reach set until = now() - interval '1 second' where user_id = ${asker.id}`
    await expect(read(asker)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('shows no number and no source, is not written in, and its log stays shut', async () => {
    await smash()
    const { ref, channel, source, caller } = file
    const call = { ref, personId: caller, at: '2021', direction: 'incoming', outcome: 'reached' }
    const attempts = [
      () => world.does(asker, revealContact, { ref, channelId: channel }),
      () => world.does(asker, revealSource, { ref, sourceId: source }),
      () => world.does(asker, recordContact, RecordContact.parse(call)),
      () => world.does(asker, writeComment, WriteComment.parse({ ref, text: 'I was here' })),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' })
    const seen = await world.as(asker, async ({ db }) => [
      ...(await db.execute(sql`select 1 from contact_value where case_id = ${file.id}::uuid`)),
      ...(await db.execute(sql`select 1 from source_identity where case_id = ${file.id}::uuid`)),
    ])
    expect(seen).toEqual([])
    const log = await world.does(asker, readLog, LogQuery.parse({}))
    expect(log.entries.every(({ actorId }) => actorId === asker.id)).toBe(true)
  })

  test('is told at once to the coordinators of both teams, and stands in the log of the team that holds it', async () => {
    await smash()
    for (const lead of [askersLead, holdersLead]) {
      expect((await board(lead)).board?.notices.map(({ kind }) => kind)).toEqual(['glass-broken'])
    }
    const log = await world.does(holdersLead, readLog, LogQuery.parse({}))
    const entry = log.entries.find(({ deed }) => deed === 'glass.break')
    expect(entry).toMatchObject({ actorId: asker.id, ref: file.ref, reason: 'she is at the border now' })
  })
})

test('ends at once when the file is named', async () => {
  await smash()
  const named = { ref: file.ref, confidentiality: 'named', version: '1' }
  await world.does(holdersLead, setConfidentiality, SetConfidentiality.parse(named))
  await expect(read(asker)).rejects.toMatchObject({ code: 'not-found' })
})

test('the page beside it that names the subject opens no class that the emergency does not', async () => {
  await smash()
  const place = { caseId: file.id, personId: file.caller, rowId: file.channel }
  const opened = world.as(asker, async (ctx) => {
    await fileHead(ctx, file.ref)
    return ctx.vault.open('contact_value.value', place, Buffer.alloc(64))
  })
  await expect(opened).rejects.toMatchObject({ code: 'forbidden' })
})

test('who opened it in an emergency is seen to be there, and can be asked for nothing', async () => {
  await smash()
  await read(asker)
  const view = await world.does(holder, readTogether, { ref: file.ref })
  expect(view.head.present).toEqual([await world.as(asker, ({ actor }) => Promise.resolve(actor.name))])
  expect(view.colleagues.map(({ id }) => id)).toEqual([holdersLead.id])
})

describe('what leads to it', () => {
  test('is a hint of this session’s own search: no other session, no made-up id, no second use', async () => {
    const hint = await hintFor(asker)
    const mate = await world.person({ role: 'caseworker', password })
    const refused = { cause: { code: 'VG404' } }
    for (const [person, id] of [
      [mate, hint],
      [asker, randomUUID()],
      [asker, file.id],
    ] as const) {
      await expect(world.does(person, breakGlass, breaking(id))).rejects.toMatchObject(refused)
    }
    await world.does(asker, breakGlass, breaking(hint))
    await world.owner.sql`delete from case_reach where user_id = ${asker.id}`
    await expect(world.does(asker, breakGlass, breaking(hint))).rejects.toMatchObject(refused)
  })

  test('runs out after half an hour, and when the file has become named meanwhile', async () => {
    const [late, shut] = [await hintFor(asker), await hintFor(asker)]
    await world.owner.sql`update glass_hint set until = now() - interval '1 second' where id = ${late}`
    await expect(world.does(asker, breakGlass, breaking(late))).rejects.toMatchObject({ cause: { code: 'VG404' } })
    await world.owner.sql`update case_file set confidentiality = 'named' where id = ${file.id}`
    await expect(world.does(asker, breakGlass, breaking(shut))).rejects.toMatchObject({ cause: { code: 'VG404' } })
    expect((await world.as(asker, (ctx) => matchNames(ctx, [name]))).hints).toEqual([])
  })

  test('a hint is drawn only in the transaction that searched, and tells nothing', async () => {
    const drawn = world.as(asker, (ctx) =>
      ctx.db.execute(
        sql`select draw_hint(${randomUUID()}::uuid, array[${ctx.vault.tag('name', name)}::bytea], ${world.south}::uuid)`,
      ),
    )
    await expect(drawn).rejects.toMatchObject({ cause: { code: 'VG403' } })
  })

  test('one team is one hint, however many of its files match; what is open already is not hinted again', async () => {
    await anOpenFile(world, holder, { name, otherName: '' })
    const { hints, teams } = await world.as(asker, (ctx) => matchNames(ctx, [name]))
    expect([hints.length, teams.length]).toEqual([1, 1])
    await world.does(asker, breakGlass, breaking(hints[0] ?? ''))
    await smash()
    expect((await world.as(asker, (ctx) => matchNames(ctx, [name]))).hints).toEqual([])
  })

  test('asks the password anew and a reason', async () => {
    const hint = await hintFor(asker)
    await expect(world.does(asker, breakGlass, breaking(hint, 'not the password'))).rejects.toMatchObject({
      fields: { current: 'wrong-password' },
    })
    expect(BreakGlass.safeParse({ hint, reason: ' ', current: password }).success).toBe(false)
    expect(await world.owner.sql`select from glass_break`).toHaveLength(0)
  })

  test('is open to three files in seven days, and to a fourth when the first is older', async () => {
    for (let use = 0; use < 3; use += 1) {
      await smash()
      await world.owner.sql`delete from case_reach where user_id = ${asker.id}`
    }
    expect(await world.does(asker, readGlass, { hint: randomUUID() })).toMatchObject({ left: 0 })
    await expect(smash()).rejects.toMatchObject({ cause: { code: 'VG429' } })
    await world.owner
      .sql`update glass_break set at = at - interval '7 days' where id = (select id from glass_break limit 1)`
    await expect(smash()).resolves.toEqual({ ref: file.ref })
  })
})

describe('its review', () => {
  const breakOf = async () =>
    (await world.does(holdersLead, readTogether, { ref: file.ref })).breaks[0] ?? expect.fail('no opening is there')
  const review = (breakId: string, verdict = 'unjustified') =>
    ReviewGlass.parse({ ref: file.ref, breakId, version: '1', verdict, finding: 'a call would have done' })

  test('stands on the board of the file’s team until it is made, overdue after 72 hours', async () => {
    await smash()
    expect((await board(askersLead)).breaks).toEqual([])
    const [due] = (await board(holdersLead)).breaks
    expect(due).toMatchObject({ ref: file.ref, reason: 'she is at the border now' })
    expect(due?.who).toContain('caseworker')
    expect(Math.round(((due?.reviewDue.getTime() ?? 0) - Date.now()) / 3_600_000)).toBe(72)
    await world.does(holdersLead, reviewGlass, review((await breakOf()).id))
    expect((await board(holdersLead)).breaks).toEqual([])
    expect(await breakOf()).toMatchObject({ isJustified: false, finding: 'a call would have done' })
    await expect(world.does(holdersLead, reviewGlass, review((await breakOf()).id))).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('is not made by whoever opened it, nor read by them as a review', async () => {
    await smash()
    const { id } = await breakOf()
    await expect(world.does(asker, reviewGlass, review(id, 'justified'))).rejects.toMatchObject({ code: 'forbidden' })
    expect((await world.does(asker, readTogether, { ref: file.ref })).breaks).toEqual([])
  })
})
