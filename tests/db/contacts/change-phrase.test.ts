import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { detailsOf } from '@/db/audit'
import { findFile } from '@/db/cases/find-file'
import { addChannel } from '@/db/contacts/add-channel'
import { changePhrase } from '@/db/contacts/change-phrase'
import { revealContact } from '@/db/contacts/reveal-contact'
import { ChangePhrase } from '@/lib/contacts/forms'
import { AddChannel } from '@/lib/people/forms'
import { type SceneFile, aFullFile } from '../../support/scene'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let worker: Person
let lead: Person
let file: SceneFile
let channel: string

const first = 'the plums are ripe'

beforeAll(async () => {
  world = await makeWorld()
  worker = await world.person({ role: 'caseworker' })
  lead = await world.person({ role: 'coordinator' })
  file = await aFullFile(world, worker, 'assigned')
})

beforeEach(async () => {
  const typed = { ref: file.ref, personId: file.caller, kind: 'signal', value: '0042', codePhrase: first }
  await world.does(worker, addChannel, AddChannel.parse(typed))
  const [row] = await world.owner.sql<{ id: string }[]>`
    select id from contact_channel where case_id = ${file.id} order by recorded_at desc limit 1`
  channel = row?.id ?? ''
})

const change = (given: Record<string, string>, person = worker) =>
  world.does(person, changePhrase, ChangePhrase.parse({ ref: file.ref, channelId: channel, version: '1', ...given }))
const phrase = async () => (await world.does(worker, revealContact, { ref: file.ref, channelId: channel })).phrase
const problems = (given: Record<string, string>) =>
  ChangePhrase.safeParse({ ref: file.ref, channelId: channel, version: '1', ...given }).error?.issues.map(
    ({ path, message }) => [path.join('.'), message],
  )

test('a code phrase is changed and taken away, sealed, and the value of its channel stays', async () => {
  await change({ codePhrase: 'the plums are late' })
  expect(await phrase()).toBe('the plums are late')
  const [row] = await world.owner.sql<{ code_phrase: Buffer }[]>`
    select code_phrase from contact_value where channel_id = ${channel}`
  expect(row?.code_phrase.includes(Buffer.from('plums'))).toBe(false)
  await change({ isRemoved: 'on', version: '2' })
  expect(await world.does(worker, revealContact, { ref: file.ref, channelId: channel })).toMatchObject({
    revealed: '0042',
  })
  expect(await phrase()).toBeUndefined()
})

test('an empty form is no removal, and words beside the tick are neither', () => {
  expect(problems({})).toEqual([['codePhrase', 'required']])
  expect(problems({ codePhrase: 'x', isRemoved: 'on' })).toEqual([['isRemoved', 'phrase-or-none']])
})

test('a stale change of a code phrase is a conflict that says no phrase, and leaves the one that stands', async () => {
  await change({ codePhrase: 'the plums are late' })
  const stale = await change({ codePhrase: 'mine' }).catch((error: unknown) => error)
  expect(stale).toMatchObject({ code: 'conflict', theirs: { version: '2' } })
  expect(JSON.stringify(stale)).not.toContain('plums')
  expect(await phrase()).toBe('the plums are late')
})

test('the log tells that a phrase was changed or taken away, and not what it said', async () => {
  await change({ codePhrase: 'the plums are late' })
  await change({ isRemoved: 'on', version: '2' })
  const rows = await world.owner.sql<{ id: string; details: Buffer }[]>`
    select id, details from audit_entry where deed = 'channel.phrase' and ${channel}::uuid = any(object_ids) order by at, id`
  const told = await world.as(worker, async (ctx) => {
    await findFile(ctx, file.ref, 'case:read')
    const place = (id: string) => ({ caseId: file.id, rowId: id })
    return rows.map(({ id, details }) => detailsOf(ctx.vault.openRaw('audit_entry.details', place(id), details)))
  })
  expect(told.map((text) => JSON.parse(text).isRemoved).sort()).toEqual([false, true])
  expect(told.join(' ')).not.toContain('plums')
})

test('a coordinator of the team changes the phrase without being shown the one before', async () => {
  await change({ codePhrase: 'from the coordinator' }, lead)
  expect(await phrase()).toBe('from the coordinator')
  await expect(world.does(lead, revealContact, { ref: file.ref, channelId: channel })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('the database itself takes no phrase from somebody who may only read the file, or who does not reach it', async () => {
  const reader = await world.person({ role: 'caseworker' })
  const stranger = await world.person({ role: 'coordinator', teamId: world.south })
  await world.owner
    .sql`insert into case_reach (user_id, case_id, via, level) values (${reader.id}, ${file.id}, 'grant', 'read')`
  for (const person of [reader, stranger]) {
    const set = world.as(person, ({ db }) => db.execute(sql`select set_code_phrase(${channel}::uuid, '\\x00'::bytea)`))
    await expect(set).rejects.toMatchObject({ cause: { code: 'VG404' } })
  }
  expect(await phrase()).toBe(first)
})
