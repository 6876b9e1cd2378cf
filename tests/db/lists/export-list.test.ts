import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { listCases } from '@/db/cases/list-cases'
import { exportList, exportedList, readListExport } from '@/db/lists/export-list'
import { streamAsPerson } from '@/db/log/stream-as-person'
import { ListCases } from '@/lib/cases/list-cases'
import { caseSorts } from '@/lib/cases/list-place'
import { ExportList } from '@/lib/lists/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let lead: Person
let mina: Person
let file: { id: string; ref: string }

beforeAll(async () => {
  world = await makeWorld()
  lead = await world.person({ role: 'coordinator' })
  mina = await world.person({ role: 'caseworker' })
  file = await anOpenFile(world, mina, { name: '류 표식' })
  await anOpenFile(world, lead, { name: '류 다른' })
})

/** An export as a form of this person left it. */
async function asked(person: Person, list: string): Promise<string> {
  const id = randomUUID()
  await world.does(person, exportList, ExportList.parse({ list, reason: 'for the board' }))
  await world.owner.sql`
    insert into form_use (id, session_id, action, at, next) values (${id}, ${person.sessionId}, 'list.export', now(), ${`/cases?${list}&ready=${id}#export`})`
  return id
}

async function taken(person: Person, query: ListCases): Promise<string> {
  const failed = (error: unknown) => {
    throw error
  }
  const chunks = (ctx: Parameters<typeof exportedList>[0]) => exportedList(ctx, query)
  return new Response(streamAsPerson(world.house, { hash: person.hash, now: new Date() }, { chunks, failed })).text()
}

test('a list is taken in codes, its first line says who took it, and no name is in it', async () => {
  const id = await asked(lead, 'columns=ref.name.situation.worker')
  const text = await taken(lead, await world.does(lead, readListExport, { id }))
  const lines = text.trimEnd().split('\r\n')
  expect(lines[0]).toContain(lead.id)
  expect(lines[1]).toBe('ref,situation,worker')
  expect(lines).toContain(`${file.ref},DET_TRANSIT,${mina.id}`)
  expect(lines.length).toBe(4)
  expect(text).not.toContain('류')
})

test('what has left the reach between asking and taking is not in the file', async () => {
  const id = await asked(lead, 'risk=R4&situation=DET_TRANSIT')
  const query = { ...(await world.does(lead, readListExport, { id })), risk: undefined }
  await world.owner.sql`update case_file set confidentiality = 'named' where id = ${file.id}`
  expect(await taken(lead, query)).not.toContain(file.ref)
})

test('a file that is only lent to be read, or was opened in an emergency, does not leave with the list', async () => {
  const south = await world.person({ role: 'caseworker', teamId: world.south })
  for (const level of ['read', 'glass', 'work']) {
    const foreign = await anOpenFile(world, south, { name: `류 ${level}`, otherName: '' })
    await world.owner.sql`
      insert into case_reach (user_id, case_id, via, level) values (${lead.id}, ${foreign.id}, ${level === 'glass' ? 'glass' : 'grant'}, ${level})`
    const text = await taken(lead, await world.does(lead, readListExport, { id: await asked(lead, '') }))
    expect(text.includes(foreign.ref), level).toBe(level === 'work')
  }
})

test('an export is asked for with a reason, and lies ready for ten minutes', async () => {
  for (const reason of ['', '  ', undefined]) expect(ExportList.safeParse({ list: '', reason }).success).toBe(false)
  const id = await asked(lead, 'risk=R4')
  await world.owner.sql`update form_use set at = now() - interval '9 minutes' where id = ${id}`
  await expect(world.does(lead, readListExport, { id })).resolves.toMatchObject({ risk: 'R4' })
  await world.owner.sql`update form_use set at = now() - interval '11 minutes' where id = ${id}`
  await expect(world.does(lead, readListExport, { id })).rejects.toMatchObject({ code: 'not-found' })
})

test('an export is its session’s own, and no caseworker has one', async () => {
  const id = await asked(lead, 'risk=R4')
  const other = await world.person({ role: 'coordinator' })
  await expect(world.does(other, readListExport, { id })).rejects.toMatchObject({ code: 'not-found' })
  await expect(world.does(mina, readListExport, { id })).rejects.toMatchObject({ code: 'forbidden' })
  const wanted = ExportList.parse({ list: '', reason: 'x' })
  await expect(world.does(mina, exportList, wanted)).rejects.toMatchObject({ code: 'forbidden' })
})

test.each(caseSorts)('a list ordered by %s leaves in that order, files without a review last', async (sort) => {
  const mate = await world.person({ role: 'caseworker' })
  for (const n of [1, 2, 3]) await anOpenFile(world, mate, { name: `류 ${sort} ${n}`, otherName: '' })
  await world.owner.sql`
    update case_file set risk = 'R' || mod(get_byte(pseudonym, 0), 5), silent_since = '2024-01-01'::date + mod(get_byte(pseudonym, 1), 3),
           review_due = case mod(get_byte(pseudonym, 2), 3) when 0 then null else '2024-06-01'::timestamptz + make_interval(days => mod(get_byte(pseudonym, 2), 3)) end`
  const query = ListCases.parse({ sort, worker: mate.id })
  const [, , ...lines] = (await taken(lead, query)).trimEnd().split('\r\n')
  const refs = lines.map((line) => line.split(',')[0])
  expect(refs).toEqual((await world.does(lead, listCases, query)).rows.map(({ ref }) => ref))
  expect(refs).toHaveLength(3)
})
