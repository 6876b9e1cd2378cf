import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveGrant } from '@/db/cases/give-grant'
import { connect } from '@/db/client'
import { exportLog, exportedLog } from '@/db/log/export-log'
import { exportRecords, exportedRecords, sharedMin } from '@/db/log/export-records'
import { sequence } from '@/db/log/sequence'
import { streamAsPerson } from '@/db/log/stream-as-person'
import { auditEntries, caseFiles } from '@/db/schema'
import { entryLeaf } from '@/lib/audit/entry-leaf'
import { GiveGrant } from '@/lib/cases/forms'
import { ExportLog } from '@/lib/log/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let auditor: Person
let mina: Person

const markers = ['표식이름', 'Marker Name', 'Marker Place', 'Marker Reason', 'Marker Sister', '5555 0199']

beforeAll(async () => {
  world = await makeWorld()
  auditor = await world.person({ role: 'auditor' })
  mina = await world.person({ role: 'caseworker' })
  const jun = await world.person({ role: 'coordinator' })
  const file = await anOpenFile(world, mina, {
    name: '표식이름',
    otherName: 'Marker Name',
    place: 'Marker Place',
    connection: 'Marker Sister',
    contactValue: '+82 10 5555 0199',
  })
  const given = { ref: file.ref, email: mina.email, level: 'read', days: '7', reason: 'Marker Reason' }
  await world.does(jun, giveGrant, GiveGrant.parse(given))
  for (let n = 0; n < sharedMin; n++) {
    await anOpenFile(world, mina, { name: `사람${n}`, otherName: '', situation: 'HIDING', province: 'CN-LN' })
  }
  const sequencer = connect(world.connection('vigil_sequencer'), 1)
  await sequence(sequencer.db)
  await sequencer.sql.end({ timeout: 2 })
})

const wanted = (given: Record<string, string> = {}) =>
  ExportLog.parse({ kind: 'entries', format: 'jsonl', reason: 'yearly review', ...given })

const faults: unknown[] = []
afterAll(() => expect(faults).toEqual([]))

function stream(person: Person, of: typeof exportedLog, input = wanted()) {
  const chunks = (ctx: Parameters<typeof exportedLog>[0]) => of(ctx, input)
  const failed = (error: unknown) => faults.push(error)
  return streamAsPerson(world.house, { hash: person.hash, now: new Date() }, { chunks, failed })
}

const text = (person: Person, of: typeof exportedLog, input = wanted()) =>
  new Response(stream(person, of, input)).text()
const lines = (jsonl: string) =>
  jsonl
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

test.each([
  ['audit.export', exportLog],
  ['record.export', exportRecords],
] as const)('%s is on record with its reason before a byte is sent', async (deed, verb) => {
  await world.does(auditor, verb, wanted())
  const entries = await world.owner.db.select().from(auditEntries).where(eq(auditEntries.deed, deed))
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({ actorId: auditor.id, outcome: 'done' })
})

test.each(['caseworker', 'coordinator', 'admin'] as const)('a %s exports neither entries nor records', async (role) => {
  const person = await world.person({ role })
  for (const verb of [exportLog, exportRecords]) {
    await expect(world.does(person, verb, wanted())).rejects.toMatchObject({ code: 'forbidden' })
  }
  for (const of of [exportedLog, exportedRecords])
    await expect(text(person, of)).rejects.toMatchObject({ code: 'failed' })
})

test('an export without a reason is refused at its field', () => {
  expect(() => wanted({ reason: ' ' })).toThrow(/required/)
  expect(() => wanted({ format: 'xls' })).toThrow(/not-on-list/)
})

test('whoever holds the exported entries can compute every leaf from them', async () => {
  const rows = lines(await text(auditor, exportedLog))
  const placed = rows.filter((row) => row.leaf !== null)
  expect(placed.length).toBeGreaterThan(5)
  for (const row of placed) expect(Buffer.from(entryLeaf(row)).toString('hex')).toBe(row.leafHash)
  expect(placed.map((row) => row.leaf).sort((a, b) => a - b)).toEqual(placed.map((_, index) => index))
})

test.each(['csv', 'jsonl'] as const)('an export as %s holds no name, place, contact, ref or reason', async (format) => {
  const refs = (await world.owner.db.select({ ref: caseFiles.ref }).from(caseFiles)).map((file) => file.ref)
  for (const of of [exportedLog, exportedRecords]) {
    const sent = await text(auditor, of, wanted({ format }))
    for (const secret of [...markers, ...refs, mina.email]) expect(sent).not.toContain(secret)
    expect(sent.trimEnd().split('\n').length).toBeGreaterThan(sharedMin)
  }
})

test('the records tell no id of a file', async () => {
  const sent = await text(auditor, exportedRecords)
  for (const { id } of await world.owner.db.select({ id: caseFiles.id }).from(caseFiles)) expect(sent).not.toContain(id)
})

test('a combination that few records share is blanked, one that enough share is not', async () => {
  const rows = lines(await text(auditor, exportedRecords))
  expect(rows).toHaveLength(sharedMin + 1)
  const [rare, shared] = [rows.filter((row) => row.province === null), rows.filter((row) => row.province !== null)]
  expect(rare).toHaveLength(1)
  expect(rare[0]).toMatchObject({ situation: 'DET_TRANSIT', province: null, sex: null, age_band: null })
  expect(shared).toHaveLength(sharedMin)
  expect(shared[0]).toMatchObject({ situation: 'HIDING', province: 'CN-LN', sex: 'U' })
})

test('a cell that a spreadsheet would compute is made harmless, should one ever reach a code', async () => {
  await world.owner.sql`
    insert into audit_entry (id, at, deed, outcome, object_ids, details, details_commitment)
    values (gen_random_uuid(), now(), '=1+1', 'done', '{}', '\\x00', sha256('a')), (gen_random_uuid(), now(), '@x', 'done', '{}', '\\x00', sha256('b'))`
  const sent = await text(auditor, exportedLog, wanted({ format: 'csv' }))
  expect(sent).toContain(`,'=1+1,`)
  expect(sent).toContain(`,'@x,`)
  expect(sent).not.toMatch(/(^|,)[=@+-]/m)
})

test('the filters of the log narrow the export', async () => {
  const rows = lines(await text(auditor, exportedLog, wanted({ deed: 'grant.give' })))
  expect(rows.map((row) => row.deed)).toEqual(['grant.give'])
})

test('a log longer than many batches is streamed whole, and never faster than it is taken', async () => {
  const rows = 25_000
  await world.owner.sql`
    insert into audit_entry (id, at, deed, outcome, object_ids, details, details_commitment)
    select gen_random_uuid(), '2018-01-01'::timestamptz + n * interval '1 second', 'case.list', 'done', '{}', '\\x00', sha256(n::text::bytea)
      from generate_series(1, ${rows}::integer) n`
  const input = wanted({ deed: 'case.list', format: 'csv' })
  const seen: number[] = []
  const counted = async function* (ctx: Parameters<typeof exportedLog>[0]) {
    for await (const chunk of exportedLog(ctx, input)) {
      seen.push(chunk.length)
      yield chunk
    }
  }
  const reader = stream(auditor, counted, input).getReader()
  await reader.read()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(seen.length).toBeLessThan(5)
  let length = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) length += part.value.length
  expect(length).toBeGreaterThan(rows * 100)
  expect(seen).toHaveLength(1 + rows / 1000)
})

test('a reader who goes away ends the transaction', async () => {
  const reader = stream(auditor, exportedLog, wanted({ deed: 'case.list' })).getReader()
  await reader.read()
  await reader.cancel()
  const open = () =>
    world.owner
      .sql`select from pg_locks where relation = 'audit_entry'::regclass and mode = 'AccessShareLock' and pid <> pg_backend_pid()`
  await expect.poll(async () => (await open()).length).toBe(0)
})

test('a fault in the middle breaks the stream off instead of ending it', async () => {
  const told: unknown[] = []
  const fault = new RangeError(randomUUID())
  const broken = streamAsPerson(
    world.house,
    { hash: auditor.hash, now: new Date() },
    {
      async *chunks() {
        yield 'first'
        await Promise.reject(fault)
      },
      failed: (error) => told.push(error),
    },
  )
  await expect(new Response(broken).text()).rejects.toMatchObject({ message: 'failed' })
  expect(told).toEqual([fault])
})
