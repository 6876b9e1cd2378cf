import { beforeAll, expect, test } from 'vitest'
import type { Acting } from '@/db/files/acting'
import { readStored } from '@/db/files/read-stored'
import { storeFile } from '@/db/files/store-file'
import { tidy } from '@/db/log/tidy'
import { connect } from '@/db/client'
import { chunkBytes } from '@/lib/files/stored'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let mina: Person
let lead: Person

beforeAll(async () => {
  world = await makeWorld()
  mina = await world.person({ role: 'caseworker' })
  lead = await world.person({ role: 'coordinator' })
})

const acting =
  (person: Person): Acting =>
  (run) =>
    world.as(person, run)

const bytesMax = 40 * chunkBytes

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}

const stored = (bytes: Buffer, size = 10_000) =>
  storeFile(acting(mina), { purpose: 'import', name: '명단.csv', bytes: pieces(bytes, size), bytesMax })

async function taken(person: Person, fileId: string, range?: { start: number; end: number }): Promise<Buffer> {
  const found: Buffer[] = []
  for await (const part of readStored(acting(person), fileId, range)) found.push(Buffer.from(part))
  return Buffer.concat(found)
}

const marked = (size: number) => Buffer.from('류 표식 '.repeat(Math.ceil(size / 11))).subarray(0, size)

test.each([0, 1, chunkBytes - 1, chunkBytes, chunkBytes + 1, 3 * chunkBytes + 77])(
  'a file of %i bytes comes back as it was left',
  async (size) => {
    const bytes = marked(size)
    expect((await taken(mina, await stored(bytes))).equals(bytes)).toBe(true)
  },
)

test('any stretch of a file can be read by itself', async () => {
  const bytes = marked(3 * chunkBytes + 77)
  const id = await stored(bytes, 700_000)
  for (const [start, end] of [
    [0, 5],
    [chunkBytes - 2, chunkBytes + 2],
    [chunkBytes, 2 * chunkBytes],
    [bytes.length - 3, bytes.length],
  ] as const) {
    expect((await taken(mina, id, { start, end })).equals(bytes.subarray(start, end)), `${start}`).toBe(true)
  }
})

test('neither its bytes nor its name stand in the database in clear', async () => {
  const id = await stored(marked(2 * chunkBytes))
  const rows = await world.owner.sql<{ name: Buffer; bytes: Buffer }[]>`
    select f.name, c.bytes from stored_file f join stored_chunk c on c.file_id = f.id where f.id = ${id}`
  const text = rows.map(({ name, bytes }) => name.toString('utf8') + bytes.toString('utf8')).join('')
  expect(text).not.toMatch(/표식|명단/)
})

test('its owner alone reads it, and what was kept is an entry of the log', async () => {
  const id = await stored(marked(10))
  await expect(taken(lead, id)).rejects.toMatchObject({ code: 'not-found' })
  const [entry] = await world.owner.sql`
    select actor_id from audit_entry where deed = 'file.store' and object_ids = array[${id}]::uuid[]`
  expect(entry?.['actor_id']).toBe(mina.id)
})

test('whoever keeps no files stores none', async () => {
  const auditor = await world.person({ role: 'auditor' })
  const file = { purpose: 'import' as const, name: 'a.csv', bytes: pieces(marked(9), 9), bytesMax }
  await expect(storeFile(acting(auditor), file)).rejects.toMatchObject({ code: 'forbidden' })
})

const ofFile = async (id: string) => (await world.owner.sql`select 1 from stored_chunk where file_id = ${id}`).length

test('a file that is too large is refused while it comes, and nothing of it stays', async () => {
  const bytes = pieces(marked(3 * chunkBytes), 50_000)
  const file = { purpose: 'import' as const, name: 'a.csv', bytes, bytesMax: 2 * chunkBytes }
  const before = await world.owner.sql`select count(*) from stored_chunk`
  await expect(storeFile(acting(mina), file)).rejects.toMatchObject({ fields: { file: 'file-too-large' } })
  expect(await world.owner.sql`select count(*) from stored_chunk`).toEqual(before)
})

test('a chunk that was cut off, swapped or taken from another file is found', async () => {
  const { sql } = world.owner
  const [cut, swapped, borrowed, other] = [
    await stored(marked(3 * chunkBytes)),
    await stored(marked(3 * chunkBytes)),
    await stored(marked(3 * chunkBytes)),
    await stored(marked(3 * chunkBytes)),
  ]
  await sql`delete from stored_chunk where file_id = ${cut} and place = 2`
  await sql`update stored_file set chunks = 2 where id = ${cut}`
  await sql`update stored_chunk set place = case place when 0 then 10 when 1 then 0 end where file_id = ${swapped} and place < 2`
  await sql`update stored_chunk set place = 1 where file_id = ${swapped} and place = 10`
  await sql`
    update stored_chunk c set bytes = o.bytes from stored_chunk o
     where c.file_id = ${borrowed} and c.place = 1 and o.file_id = ${other} and o.place = 1`
  for (const id of [cut, swapped, borrowed]) await expect(taken(mina, id)).rejects.toThrow('does not open')
})

test('the clock takes away what has expired, with its chunks, and nothing else', async () => {
  const [old, fresh] = [await stored(marked(10)), await stored(marked(10))]
  await world.owner.sql`update stored_file set until = now() - interval '1 second' where id = ${old}`
  const clock = connect(world.connection('vigil_clock'), 1)
  await tidy(clock.db)
  await clock.sql.end()
  expect([await ofFile(old), await ofFile(fresh)]).toEqual([0, 1])
})
