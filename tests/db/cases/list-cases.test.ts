import { beforeAll, expect, test } from 'vitest'
import { listCases, pageRows } from '@/db/cases/list-cases'
import { ListCases } from '@/lib/cases/list-cases'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let mina: Person

beforeAll(async () => {
  world = await makeWorld()
  mina = await world.person({ role: 'caseworker' })
  for (let n = 0; n < pageRows + 3; n++) await anOpenFile(world, mina, { name: `류 번호 ${n}` })
})

const refsOf = async (query: Record<string, string>) => {
  const { rows, next } = await world.does(mina, listCases, ListCases.parse(query))
  return { refs: rows.map((row) => row.ref), next }
}

test('the second page begins where the first ends, and the two hold every file once, newest change first', async () => {
  const first = await refsOf({})
  const second = await refsOf({ after: first.next ?? '' })
  expect([first.refs.length, second.refs.length, second.next]).toEqual([pageRows, 3, null])
  const stored = await world.owner.sql<{ ref: string }[]>`select ref from case_file order by changed_at desc, id`
  expect([...first.refs, ...second.refs]).toEqual(stored.map(({ ref }) => ref))
})

test('files changed in the same microsecond are not lost between two pages', async () => {
  await world.owner.sql`update case_file set changed_at = '2024-05-05 10:00:00.123456+00'`
  const first = await refsOf({})
  const second = await refsOf({ after: first.next ?? '' })
  expect(new Set([...first.refs, ...second.refs]).size).toBe(pageRows + 3)
})
