import { beforeAll, expect, test } from 'vitest'
import { readTimeline } from '@/db/timeline/read-timeline'
import { recordSituation } from '@/db/situations/record-situation'
import { RecordSituation } from '@/lib/situations/forms'
import { TimelineQuery } from '@/lib/timeline/forms'
import { timelineKinds } from '@/lib/timeline/kinds'
import { everyKind } from '../../support/every-kind'
import { type SceneFile, aFullFile } from '../../support/scene'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let mina: Person
let file: SceneFile

beforeAll(async () => {
  world = await makeWorld()
  mina = await world.person({ role: 'caseworker' })
  file = await aFullFile(world, mina, 'assigned')
  await everyKind(world, file)
})

const read = (asked: Record<string, unknown> = {}, person = mina) =>
  world.does(person, readTimeline, TimelineQuery.parse({ ref: file.ref, ...asked }))

test('an item of every kind stands on the timeline', async () => {
  const { items } = await read()
  expect([...new Set(items.map(({ kind }) => kind))].sort()).toEqual([...timelineKinds].sort())
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
})

test.each(timelineKinds)('asked for %s alone, the timeline shows nothing else', async (kind) => {
  const { items } = await read({ kind })
  expect(items.length).toBeGreaterThan(0)
  expect(items.filter((item) => item.kind !== kind)).toEqual([])
})

test('several kinds are asked for together, and a word that is no kind asks for all', async () => {
  const { items } = await read({ kind: ['task', 'consent'] })
  expect([...new Set(items.map(({ kind }) => kind))].sort()).toEqual(['consent', 'task'])
  expect((await read({ kind: 'rumour' })).items.length).toBe((await read()).items.length)
})

test('a claim that an entry or a sign of life stands on is not told a second time', async () => {
  const { items } = await read({ kind: 'claim' })
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ code: 'date', edtf: '2020-05', source: 'SRC-1' })
})

test('each item has its own date as it is known, how long it went on, and whose word it is', async () => {
  const { items, today } = await read()
  const found = (branch: string) => items.find((item) => item.branch === branch)
  expect(found('sign')).toMatchObject({ edtf: '2021~', source: 'SRC-1', grade: 'B3', person: '리은별' })
  expect(found('consent')).toMatchObject({ edtf: '2021-04', code: 'granted', detail: 'CASEWORK', isOpen: false })
  expect(found('factor')).toMatchObject({ edtf: today, code: 'pregnant', until: null, isOpen: true })
  expect(found('task')).toMatchObject({ edtf: today, words: 'ask the pastor', detail: 'open', isOpen: false })
  expect(found('task')?.until && found('task')?.until).not.toBe(today)
  expect(found('referral')).toMatchObject({ code: 'waiting', other: 'South team', words: null })
  expect(found('handover')?.other).toMatch(/^caseworker /)
})

test('nothing of a contact’s value or of who a source is stands on the timeline', async () => {
  const shown = JSON.stringify(await read())
  expect(shown).toContain('held near the river')
  expect(shown).not.toMatch(/5555|Ri Un-ha|marker/)
})

test('a corrected entry says that it was corrected', async () => {
  const { head } = await read()
  const input = { ref: file.ref, version: head.version, situation: 'DET_TRANSIT', sourceId: file.source }
  const corrected = { ...input, when: '2021-04', credibility: '3', correctionOf: file.entry }
  await world.does(mina, recordSituation, RecordSituation.parse(corrected))
  const { items } = await read({ kind: 'situation' })
  expect(items.find(({ id }) => id === file.entry)?.isCorrected).toBe(true)
  expect(items.filter(({ isCorrected }) => isCorrected)).toHaveLength(1)
})

test('a long history comes in pages, newest first, and no item is lost or told twice between them', async () => {
  const { id } = file
  await world.owner.sql`
    insert into workflow_step (id, case_id, from_workflow, to_workflow, recorded_by, recorded_at)
    select gen_random_uuid(), ${id}, 'active', 'monitoring', ${mina.id}, now() - (n / 7) * interval '1 hour'
      from generate_series(1, 640) n`
  const first = await read({ kind: 'step' })
  const second = await read({ kind: 'step', before: first.earlier })
  const third = await read({ kind: 'step', before: second.earlier })
  expect([first, second, third].map(({ items }) => items.length)).toEqual([300, 300, 41])
  expect(third.earlier).toBeNull()
  const all = [first, second, third].flatMap(({ items }) => items)
  expect(new Set(all.map((item) => item.id)).size).toBe(641)
  expect(all.map(({ recordedAt }) => recordedAt)).toEqual(all.map(({ recordedAt }) => recordedAt).sort((a, b) => b - a))
})

test('a stranger’s timeline is not found, and a reading leaves its entry', async () => {
  const stranger = await world.person({ role: 'caseworker', teamId: world.south })
  await expect(read({}, stranger)).rejects.toMatchObject({ code: 'not-found' })
  const count = async () =>
    (await world.owner.sql`select from audit_entry where case_id = ${file.id} and deed = 'case.read'`).length
  const before = await count()
  await read()
  expect(await count()).toBe(before + 1)
})
