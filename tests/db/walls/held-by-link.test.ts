import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { matchNames } from '@/db/cases/match-names'
import { breakGlass } from '@/db/together/break-glass'
import { BreakGlass } from '@/lib/together/forms'
import { anOpenFile } from '../../support/cases'
import { aDecision, aPair } from '../../support/pairs'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let searcher: Person
let file: { id: string }
let named: { id: string }

beforeEach(async () => {
  world = await makeWorld()
  searcher = await world.person({ role: 'caseworker', password: 'correct horse battery' })
  const holder = await world.person({ role: 'caseworker', teamId: world.south })
  file = await anOpenFile(world, holder, { name: '문가람', otherName: '' })
  named = await anOpenFile(world, holder, { name: '한누리', otherName: '' })
  await world.owner.sql`update case_file set confidentiality = 'named' where id = ${named.id}`
})

/** The file is said to be about the person of a `named` one, and a second person has agreed. */
async function link(): Promise<string> {
  const by = await world.person({ role: 'caseworker', teamId: world.south })
  const second = await world.person({ role: 'coordinator', teamId: world.south })
  const sameId = await aDecision(world, await aPair(world, file.id, named.id), {
    by,
    decision: 'same',
    state: 'waiting',
  })
  await world.owner
    .sql`update same_as set state = 'standing', settled_by = ${second.id}, settled_at = now() where id = ${sameId}`
  const [row] = await world.owner
    .sql`select confidentiality, confidentiality_by_link as by_link from case_file where id = ${file.id}`
  expect(row).toEqual({ confidentiality: 'assigned', by_link: 'named' })
  return sameId
}

const unlink = (sameId: string) =>
  world.owner.sql`update same_as set state = 'undone', undone_at = now() where id = ${sameId}`
const asked = () => world.as(searcher, (ctx) => matchNames(ctx, ['문가람']))
const hints = () => world.owner.sql`select case_id from glass_hint where session_id = ${searcher.sessionId}`
const broken = (hint: string) => {
  const form = { hint, reason: 'she is at the border', current: 'correct horse battery' }
  return world.does(searcher, breakGlass, BreakGlass.parse(form))
}

test('a file linked to a named one shows to no searcher while the link stands: its team is told instead', async () => {
  const sameId = await link()
  expect(await asked()).toEqual({ files: [], teams: [], hints: [] })
  expect(await world.owner.sql`select team_id, kind from notice`).toEqual([
    { team_id: world.south, kind: 'name-searched' },
  ])
  await unlink(sameId)
  expect((await asked()).teams).toEqual(['South team'])
})

test('no hint is drawn for a file linked to a named one, even where another of its team shows', async () => {
  const mate = await world.person({ role: 'caseworker', teamId: world.south })
  const other = await anOpenFile(world, mate, { name: '문가람', otherName: '' })
  await world.owner.sql`update case_file set changed_at = now() + interval '1 hour' where id = ${file.id}`
  await link()
  expect((await asked()).hints).toHaveLength(1)
  expect(await hints()).toEqual([{ case_id: other.id }])
})

test('the glass before a file that has been linked to a named one since it was hinted at is not broken', async () => {
  const [hint = ''] = (await asked()).hints
  const sameId = await link()
  await expect(broken(hint)).rejects.toMatchObject({ cause: { code: 'VG404' } })
  await unlink(sameId)
  await expect(broken(hint)).resolves.toMatchObject({ ref: expect.any(String) })
  await expect(broken(randomUUID())).rejects.toMatchObject({ cause: { code: 'VG404' } })
})
