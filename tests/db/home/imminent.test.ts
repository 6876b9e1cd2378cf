import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { readCase } from '@/db/cases/read-case'
import { readBoard } from '@/db/home/read-board'
import { readNotice } from '@/db/home/read-notice'
import { recordSituation } from '@/db/situations/record-situation'
import { tellImminent } from '@/db/situations/tell-imminent'
import { RecordSituation } from '@/lib/situations/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, makeWorld } from '../../support/world'

const world = await makeWorld()
const worker = await world.person({ role: 'caseworker' })
const lead = await world.person({ role: 'coordinator' })
const { sql } = world.owner

beforeEach(() => sql`delete from notice`)

const opened = (situation: string, when = '') =>
  anOpenFile(world, worker, { situation, when, name: `이름 ${randomUUID().slice(0, 6)}`, otherName: '' })

async function said(ref: string, given: Record<string, string>) {
  const { version, sources } = await world.does(worker, readCase, { ref })
  const typed = { ref, version: String(version), sourceId: sources[0]?.id, credibility: '2', ...given }
  return world.does(worker, recordSituation, RecordSituation.parse(typed))
}

const told = async (person: Person) => (await world.as(person, readBoard))?.notices ?? []
const entryOf = async (caseId: string) => {
  const [row] = await sql`select id from situation_entry where case_id = ${caseId} order by recorded_at desc limit 1`
  return String(row?.['id'])
}

test('a file opened as an imminent return tells the coordinators of its team, by kind and ref alone', async () => {
  const { id, ref } = await opened('IMMINENT_RETURN')
  expect(await told(lead)).toMatchObject([{ kind: 'imminent-return', ref }])
  expect(await sql`select kind, team_id, about_id, read_at from notice`).toEqual([
    { kind: 'imminent-return', team_id: world.north, about_id: await entryOf(id), read_at: null },
  ])
  const strange = await world.person({ role: 'coordinator', teamId: world.south })
  expect(await told(strange)).toEqual([])
})

test('so does a file that becomes one, once an entry; what was one already, a denial and what is past tell nobody', async () => {
  const { id, ref } = await opened('DET_TRANSIT', 'March 2021')
  expect(await told(lead)).toEqual([])
  await said(ref, { situation: 'IMMINENT_RETURN', when: 'May 2021', stance: 'denies' })
  expect(await told(lead)).toEqual([])
  await said(ref, { situation: 'IMMINENT_RETURN', when: 'May 2021' })
  expect(await told(lead)).toMatchObject([{ ref }])
  const entry = await entryOf(id)
  await world.as(worker, (ctx) => tellImminent(ctx, entry))
  await said(ref, { situation: 'IMMINENT_RETURN', when: 'June 2021', correctionOf: entry })
  expect(await told(lead)).toHaveLength(1)
})

test('if nobody can be told, the file is not opened', async () => {
  const files = () => sql`select count(*) from case_file`
  const before = await files()
  await sql`alter table notice add constraint no_notice check (false) not valid`
  await expect(opened('IMMINENT_RETURN')).rejects.toMatchObject({ cause: { constraint_name: 'no_notice' } })
  await sql`alter table notice drop constraint no_notice`
  expect(await files()).toEqual(before)
})

test('of a file a coordinator may not see the notice has no ref, and a stranger’s call tells nothing', async () => {
  const { id } = await opened('IMMINENT_RETURN')
  await sql`update case_file set confidentiality = 'named' where id = ${id}`
  expect(await told(lead)).toMatchObject([{ kind: 'imminent-return', ref: null }])
  await sql`delete from notice`
  const entry = await entryOf(id)
  const stranger = await world.person({ role: 'caseworker', teamId: world.south })
  for (const person of [stranger, lead]) await world.as(person, (ctx) => tellImminent(ctx, entry))
  expect(await sql`select from notice`).toEqual([])
})

test('it stands before every other notice until a coordinator has taken note', async () => {
  await sql`insert into notice (id, team_id, kind, at) values (${randomUUID()}, ${world.north}, 'name-searched', '2020-01-01')`
  await opened('IMMINENT_RETURN')
  const [first, ...others] = await told(lead)
  expect([first?.kind, ...others.map(({ kind }) => kind)]).toEqual(['imminent-return', 'name-searched'])
  await world.does(lead, readNotice, { noticeId: first?.id ?? '', version: first?.version ?? 0 })
  expect((await told(lead)).map(({ kind }) => kind)).toEqual(['name-searched'])
})
