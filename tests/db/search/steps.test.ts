import { beforeAll, expect, test } from 'vitest'
import type { SearchPlace } from '@/lib/search/terms'
import { wordHits } from '@/db/search/word-hits'
import { anOpenFile } from '../../support/cases'
import { searching } from '../../support/searching'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let mina: Person
let find: ReturnType<typeof searching>
const refs: Record<string, string> = {}

beforeAll(async () => {
  world = await makeWorld()
  find = searching(world)
  mina = await world.person({ role: 'caseworker' })
  for (const [name, account] of [
    ['river', 'She was seen at the river.'],
    ['bridge', 'She was seen at the bridge.'],
    ['both', 'The bridge over the river was closed.'],
    ['neither', 'Nothing is known of her.'],
  ] as const) {
    refs[name] = (await anOpenFile(world, mina, { account, ...nameOf(name) })).ref
  }
})

const nameOf = (word: string) => ({ name: `${word === 'both' ? '김' : '박'}솔잎`, otherName: '' })
const named = (words: string[]) => words.map((word) => refs[word]).sort()
const after = async (steps: readonly (readonly ['narrow' | 'widen' | 'exclude', string])[]) => {
  let id = await find.search(mina, 'river', { kind: 'word' })
  for (const [step, text] of steps) id = await find.step(mina, id, { step, text })
  return (await find.refs(mina, id)).sort()
}

test('a step narrows, widens or excludes, file by file, and steps follow on one another', async () => {
  expect(await after([])).toEqual(named(['river', 'both']))
  expect(await after([['narrow', 'bridge']])).toEqual(named(['both']))
  expect(await after([['widen', 'bridge']])).toEqual(named(['river', 'both', 'bridge']))
  expect(await after([['exclude', 'bridge']])).toEqual(named(['river']))
  expect(
    await after([
      ['widen', 'bridge'],
      ['exclude', 'closed'],
    ]),
  ).toEqual(named(['river', 'bridge']))
})

test('each step is a search of its own that points at the one before, which stays as it was', async () => {
  const first = await find.search(mina, 'river', { kind: 'word' })
  const second = await find.step(mina, first, { step: 'narrow', text: 'bridge' })
  const read = await find.read(mina, second)
  expect(read).toMatchObject({
    previousId: first,
    step: 'narrow',
    terms: { clauses: [{ text: 'river' }, { step: 'narrow', text: 'bridge' }] },
  })
  expect((await find.refs(mina, first)).sort()).toEqual(named(['river', 'both']))
})

test('a search asked again finds what was written since', async () => {
  const id = await find.search(mina, 'ferry', { kind: 'word' })
  expect(await find.refs(mina, id)).toEqual([])
  const later = await anOpenFile(world, mina, { name: '한바다', otherName: '', account: 'on the ferry' })
  expect(await find.refs(mina, id)).toEqual([])
  expect(await find.refs(mina, await find.repeat(mina, id, 'again'))).toEqual([later.ref])
})

test('notes are looked through only where nothing else was found, and then when it is asked for', async () => {
  await anOpenFile(world, mina, { name: '마루치', otherName: '', account: 'She is called after a film.' })
  const noted = await anOpenFile(world, mina, { name: '백두산', otherName: '', account: '마루치를 보았다고 한다.' })
  const id = await find.search(mina, '마루치')
  const first = await find.read(mina, id)
  expect([first.rows.map(({ ref }) => ref).includes(noted.ref), first.looked, first.mayLookOn]).toEqual([
    false,
    null,
    true,
  ])
  const on = await find.read(mina, await find.repeat(mina, id, 'on'))
  expect(on.rows.map(({ ref }) => ref)).toEqual([noted.ref])
  expect([on.looked?.next, on.mayLookOn]).toEqual([null, false])
})

test('a search has eight steps at most', async () => {
  let id = await find.search(mina, 'river', { kind: 'word' })
  for (let step = 0; step < 7; step += 1) id = await find.step(mina, id, { step: 'exclude', text: 'nowhere' })
  await expect(find.step(mina, id, { step: 'exclude', text: 'nowhere' })).rejects.toMatchObject({
    code: 'invalid',
    fields: { text: 'too-many-steps' },
  })
})

test('what is found comes in pages of twenty files, none of them twice', async () => {
  for (let file = 0; file < 44; file += 1) {
    await anOpenFile(world, mina, { name: '강나루', otherName: '', account: 'The windmill stood there.' })
  }
  await world.owner.sql`analyze case_file`
  const id = await find.search(mina, '강나루')
  const pages = await Promise.all(['1', '2', '3', 'none'].map((page) => find.read(mina, id, page)))
  expect(pages.map(({ rows, page, pages: all }) => [rows.length, page, all])).toEqual([
    [20, 1, 3],
    [20, 2, 3],
    [4, 3, 3],
    [20, 1, 3],
  ])
  const shown = pages.slice(0, 3).flatMap(({ rows }) => rows.map(({ ref }) => ref))
  expect(new Set(shown).size).toBe(44)
})

test('a look through notes ends with a page of hits or with records enough, and goes on from there until all are seen', async () => {
  const filesOf = (hits: { caseId: string }[]) => new Set(hits.map(({ caseId }) => caseId)).size
  const look = (text: string, recordsMax: number, after: SearchPlace | null) =>
    world.as(mina, (ctx) =>
      wordHits(ctx, { text, filters: {}, after }, { firstFiles: 7, batchFiles: 7, hitFilesMax: 10, recordsMax }),
    )
  const seen = new Map<string, number>()
  let place: SearchPlace | null = null
  let looks = 0
  do {
    const { hits, looked } = await look('windmill', 60_000, place)
    for (const { caseId } of hits) seen.set(caseId, (seen.get(caseId) ?? 0) + 1)
    place = looked.next
    looks += 1
    if (place) expect(filesOf(hits)).toBeGreaterThanOrEqual(10)
    if (place) expect(looked.files).toBeLessThan(44)
  } while (place)
  expect([seen.size, Math.max(...seen.values())]).toEqual([44, 1])
  expect(looks).toBeGreaterThan(3)
  const { looked } = await look('nowhere', 0, null)
  expect(looked).toMatchObject({ files: 7, until: expect.any(String), next: { id: expect.any(String) } })
})
