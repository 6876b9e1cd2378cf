import { beforeAll, expect, test } from 'vitest'
import { readCase } from '@/db/cases/read-case'
import { readFamily } from '@/db/contacts/read-family'
import { recordSignOfLife } from '@/db/contacts/record-sign-of-life'
import { recordSituation } from '@/db/situations/record-situation'
import { addSource } from '@/db/sources/add-source'
import { RecordSignOfLife } from '@/lib/contacts/forms'
import { latestToday } from '@/lib/dates/compare'
import { RecordSituation } from '@/lib/situations/forms'
import { AddSource } from '@/lib/sources/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

const day = 86_400_000
const dayIn = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10)

let world: World
let worker: Person
beforeAll(async () => {
  world = await makeWorld()
  worker = await world.person({ role: 'caseworker' })
})

const read = (ref: string) => world.does(worker, readCase, { ref })

async function said(ref: string, given: Record<string, string>) {
  const { version, sources } = await read(ref)
  const typed = { ref, version, sourceId: sources.at(-1)?.id, situation: 'DET_TRANSIT', credibility: '3', ...given }
  return world.does(worker, recordSituation, RecordSituation.parse(typed))
}

const anotherSource = (ref: string) =>
  world.does(worker, addSource, AddSource.parse({ ref, type: 'NGO', reliability: 'B', distance: 'first_hand' }))

test('a return planned for tomorrow gives way to the return recorded today, in the file and in its risk', async () => {
  const { ref } = await anOpenFile(world, worker, { situation: 'IMMINENT_RETURN', when: dayIn(1) })
  expect(await read(ref)).toMatchObject({ situation: 'IMMINENT_RETURN', risk: 'R4' })
  const { known } = await world.does(worker, readFamily, { ref })
  expect([known.alive?.date?.edtf, known.place?.date?.edtf]).toEqual([dayIn(0), dayIn(0)])
  await said(ref, { situation: 'RETURNED', when: dayIn(0) })
  expect(await read(ref)).toMatchObject({ situation: 'RETURNED', risk: 'R3' })
})

test('the present situation is taken from a second source, and what it is worth grows with it', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '문가람', otherName: '' })
  const before = await read(ref)
  expect(before.grade).toEqual({ reliability: 'F', credibility: '6' })
  await anotherSource(ref)
  await said(ref, { credibility: '2' })
  const after = await read(ref)
  expect(after).toMatchObject({ situation: 'DET_TRANSIT', province: 'CN-JL', risk: before.risk })
  expect(after.grade).toEqual({ reliability: 'B', credibility: '2' })
  await said(ref, { credibility: '1', when: 'June 2021' })
  expect((await read(ref)).grade).toEqual({ reliability: 'B', credibility: '1' })
  await said(ref, { credibility: '6', sourceId: before.sources[0]?.id ?? '' })
  expect((await read(ref)).grade).toEqual({ reliability: 'B', credibility: '1' })
})

test('an old return said once more without a date does not begin its risk anew', async () => {
  const { ref } = await anOpenFile(world, worker, {
    name: '한누리',
    otherName: '',
    situation: 'RETURNED',
    when: '2021',
  })
  const { risk } = await read(ref)
  await said(ref, { situation: 'RETURNED' })
  expect(await read(ref)).toMatchObject({ situation: 'RETURNED', risk })
})

test('silence never counts from a day ahead of the clock that reads it', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '새벽', otherName: '' })
  const { sources } = await read(ref)
  const sign = { ref, kind: 'call_from_detention', sourceId: sources[0]?.id, distance: 'second_hand', credibility: '3' }
  const typed = RecordSignOfLife.parse({ ...sign, at: latestToday(new Date()) })
  await world.does(worker, recordSignOfLife, typed)
  const [row] = await world.owner.sql`select silent_since::text as day from case_file where ref = ${ref}`
  expect(row?.['day']).toBe(dayIn(0))
})
