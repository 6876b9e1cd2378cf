import { beforeAll, expect, test } from 'vitest'
import { listCases } from '@/db/cases/list-cases'
import { deleteView } from '@/db/lists/delete-view'
import { editView } from '@/db/lists/edit-view'
import { replaceView } from '@/db/lists/replace-view'
import { saveView } from '@/db/lists/save-view'
import { ListCases } from '@/lib/cases/list-cases'
import { ReplaceView, SaveView } from '@/lib/lists/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let mina: Person
let mate: Person
let far: Person

beforeAll(async () => {
  world = await makeWorld()
  const one = (teamId: string) => world.person({ role: 'caseworker', teamId })
  ;[mina, mate, far] = [await one(world.north), await one(world.north), await one(world.south)]
})

const viewsOf = async (person: Person) => (await world.does(person, listCases, ListCases.parse({}))).views
const keep = (person: Person, given: Record<string, string>) =>
  world.does(person, saveView, SaveView.parse({ list: 'risk=R4&columns=ref.risk', ...given }))

test('a saved list is its owner’s alone until it is shared, and then its team’s; nobody else learns of it', async () => {
  const { viewId } = await keep(mina, { name: 'Grave ones' })
  expect((await viewsOf(mina)).map(({ name, key }) => [name, key])).toEqual([
    ['Grave ones', 'risk=R4&columns=ref.risk'],
  ])
  expect([await viewsOf(mate), await viewsOf(far)]).toEqual([[], []])
  await world.does(mina, editView, { viewId, version: 1, name: 'The grave ones', shared: true })
  expect((await viewsOf(mate)).map(({ name, isOwn }) => [name, isOwn])).toEqual([['The grave ones', false]])
  expect(await viewsOf(far)).toEqual([])
})

test('a shared list opens with the reach of whoever follows it', async () => {
  const { ref } = await anOpenFile(world, mina)
  const { key } = (await viewsOf(mate))[0] ?? { key: '' }
  const query = ListCases.parse({ ...Object.fromEntries(new URLSearchParams(key)), risk: undefined })
  const refsOf = async (person: Person) => (await world.does(person, listCases, query)).rows.map((row) => row.ref)
  expect([await refsOf(mina), await refsOf(mate)]).toEqual([[ref], []])
})

test('a colleague cannot change a shared list, another team does not find it, and a stale change meets both values', async () => {
  const [view] = await viewsOf(mina)
  const change = { viewId: view?.id ?? '', version: 2, name: 'Mine now', shared: false }
  await expect(world.does(mate, editView, change)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(world.does(mate, deleteView, change)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(world.does(far, editView, change)).rejects.toMatchObject({ code: 'not-found' })
  await expect(world.does(mina, editView, { ...change, version: 1 })).rejects.toMatchObject({
    code: 'conflict',
    theirs: { name: 'The grave ones', shared: 'on', version: '2' },
  })
  await world.does(mina, deleteView, change)
  expect([await viewsOf(mina), await viewsOf(mate)]).toEqual([[], []])
})

test('what is no filter or column is not kept, and its name is sealed', async () => {
  await keep(mina, { name: '비밀 이름', list: 'risk=R9&situation=HIDING&columns=ref.secret.silence&after=x&x=1' })
  const [row] = await world.owner.sql`select filters, columns, name from saved_view`
  expect([row?.['filters'], row?.['columns']]).toEqual(['situation=HIDING', 'ref.silence'])
  expect(Buffer.from(row?.['name']).includes('비밀')).toBe(false)
})

test('other filters are put into a view of one’s own; its name and sharing stay, and its address is checked like a new one', async () => {
  const { viewId } = await keep(mina, { name: 'Mine', shared: 'on' })
  const list = 'situation=HIDING&sort=silence&columns=ref.secret.silence&x=1'
  const put = (person: Person, version: string, given = list) =>
    world.does(person, replaceView, ReplaceView.parse({ viewId, version, list: given }))
  await put(mina, '1')
  const seen = (await viewsOf(mate)).find(({ id }) => id === viewId)
  expect(seen).toMatchObject({ name: 'Mine', isShared: true, version: 2 })
  expect(seen?.key).toBe('situation=HIDING&sort=silence&columns=ref.silence')
  await expect(put(mate, '2')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(put(far, '2')).rejects.toMatchObject({ code: 'not-found' })
  await expect(put(mina, '1', 'risk=R4')).rejects.toMatchObject({
    code: 'conflict',
    theirs: { list: seen?.key, version: '2' },
  })
})
