import { beforeAll, expect, test } from 'vitest'
import { readScores } from '@/lib/matches/score-text'
import { anOpenFile } from '../../support/cases'
import { makeMatcher } from '../../support/matcher'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let matcher: Awaited<ReturnType<typeof makeMatcher>>
let north: Person
let south: Person

beforeAll(async () => {
  world = await makeWorld()
  matcher = await makeMatcher(world)
  north = await world.person({ role: 'caseworker' })
  south = await world.person({ role: 'caseworker', teamId: world.south })
})

type PairRow = { case_a: string; case_b: string; scores: string; total: number }
const pairsOf = (id: string) =>
  world.owner.sql<PairRow[]>`select case_a, case_b, scores, total from match_pair where ${id} in (case_a, case_b)`

test('a woman in the files of two teams under two spellings is found, with scores and no value', async () => {
  const one = await anOpenFile(world, north, { name: '한누리', otherName: '' })
  const other = await anOpenFile(world, south, { name: 'Han Nu-ri', otherName: '' })
  await matcher.finish()
  const [pair] = await pairsOf(one.id)
  expect([pair?.case_a, pair?.case_b].sort()).toEqual([one.id, other.id].sort())
  expect(readScores(pair?.scores ?? '').find(({ field }) => field === 'names')).toMatchObject({ verdict: 'agrees' })
  expect(pair?.scores).not.toContain('한누리')
  const left = await world.owner.sql`select 1 from match_due`
  expect(left).toEqual([])
})
