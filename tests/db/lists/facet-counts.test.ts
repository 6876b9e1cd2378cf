import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withMyFiles } from '@/db/cases/is-mine'
import { listCases } from '@/db/cases/list-cases'
import { connect } from '@/db/client'
import { readBoard } from '@/db/home/read-board'
import { CountedRows, type FacetCounts, countsOf, facetCounts } from '@/db/lists/facet-counts'
import { tidy } from '@/db/log/tidy'
import { confidentialities } from '@/lib/cases/confidentiality'
import { ListCases } from '@/lib/cases/list-cases'
import { openWorkflows, workflows } from '@/lib/cases/workflow'
import { dateBefore } from '@/lib/lists/days-since'
import { risks } from '@/lib/risk/risks'
import { situations } from '@/lib/situations/situations'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let clock: ReturnType<typeof connect>
let readers: Person[]
const files: string[] = []
const day = 86_400_000

beforeAll(async () => {
  world = await makeWorld()
  clock = connect(world.connection('vigil_clock'), 1)
  const { north, south } = world
  const one = (role: Person['role'], teamId: string) => world.person({ role, teamId })
  readers = await Promise.all([
    one('caseworker', north),
    one('caseworker', north),
    one('coordinator', north),
    one('caseworker', south),
    one('coordinator', south),
  ])
  for (const person of [...readers, ...readers]) {
    files.push((await anOpenFile(world, person, { name: `류 ${randomUUID()}` })).id)
  }
})

afterAll(() => clock.sql.end({ timeout: 2 }))

/** The counts as they are said, without values that nothing has. */
const plain = (counts: FacetCounts) =>
  Object.fromEntries(
    Object.entries(counts).map(([facet, values]) => [
      facet,
      Object.fromEntries([...values].filter(([, n]) => n !== 0).sort()),
    ]),
  )

type Seen = { situation: string; risk: string; owner: string; silent: string; due: string | null }

/** What one reader would count by looking at every open file that row security shows. */
async function countedByEye(reader: Person, now: Date) {
  const rows = await world.as(reader, (ctx) =>
    ctx.db.execute<Seen>(sql`
      select situation, risk, owner_id as owner, silent_since::text as silent, (review_due at time zone 'UTC')::date::text as due
        from case_file where workflow in ('intake', 'active', 'monitoring')`),
  )
  const of = (wanted: (row: Seen) => readonly (string | null)[]) => {
    const counts: Record<string, number> = {}
    for (const key of [...rows].flatMap(wanted)) if (key) counts[key] = (counts[key] ?? 0) + 1
    return Object.fromEntries(Object.entries(counts).sort())
  }
  const [today, month, quarter] = [0, 30, 90].map((days) => dateBefore(now, days))
  return {
    situation: of(({ situation }) => [situation]),
    risk: of(({ risk }) => [risk]),
    owner: of(({ owner }) => [owner]),
    silence: of(({ silent }) => [silent < (month ?? '') ? '30' : null, silent < (quarter ?? '') ? '90' : null]),
    review: of(({ due }) => [due && due < (today ?? '') ? 'late' : null, due && due <= (today ?? '') ? 'due' : null]),
  }
}

const keptFor = (reader: Person, now: Date) =>
  world.as(
    reader,
    async (ctx) => {
      const [row] = await ctx.db.execute(
        sql`${withMyFiles} select coalesce(json_agg(c), '[]') as rows from (${facetCounts(ctx)}) c`,
      )
      return plain(countsOf(CountedRows.parse(row?.['rows'])))
    },
    now,
  )

const fold = () => tidy(clock.db)

const change = fc.record({
  file: fc.nat(9),
  owner: fc.nat(4),
  workflow: fc.constantFrom(...workflows.filter((word) => word !== 'draft'), ...openWorkflows),
  confidentiality: fc.constantFrom(...confidentialities),
  situation: fc.constantFrom(...situations),
  risk: fc.constantFrom(...risks),
  silent: fc.integer({ min: 0, max: 400 }),
  due: fc.option(fc.integer({ min: -200, max: 5 })),
  folds: fc.boolean(),
})
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never

async function apply({ file, owner, ...to }: Change, now: Date): Promise<void> {
  const person = readers[owner]
  const due = to.due === null ? null : new Date(now.getTime() + to.due * day).toISOString()
  await world.owner.sql`
    update case_file set team_id = ${person?.teamId ?? ''}, owner_id = ${person?.id ?? ''}, workflow = ${to.workflow},
           confidentiality = ${to.confidentiality}, situation = ${to.situation}, risk = ${to.risk},
           silent_since = ${dateBefore(now, to.silent)}, review_due = ${due} where id = ${files[file] ?? ''}`
  if (to.folds) await fold()
}

test('what is kept is what every reader would count, whatever was changed, moved, closed or folded', async () => {
  const now = new Date()
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      for (const one of changes) await apply(one, now)
      for (const reader of readers) expect(await keptFor(reader, now)).toEqual(await countedByEye(reader, now))
    }),
    { numRuns: 15, endOnFailure: true },
  )
})

test('folding leaves one row for a count, and none for a count of nothing', async () => {
  await fold()
  const piled = await world.owner.sql`
    select facet from case_count group by team_id, confidentiality, facet, value having count(*) > 1 or sum(n) <= 0`
  expect([...piled]).toEqual([])
})

test('a file that is taken away is counted no longer, and a named one never was', async () => {
  const [, owner] = readers
  if (!owner) throw new Error('a reader was expected')
  const before = await world.owner.sql<{ n: number }[]>`select coalesce(sum(n), 0)::int as n from case_count`
  const { id } = await anOpenFile(world, owner, { name: `류 ${randomUUID()}` })
  await world.owner.sql`update case_file set confidentiality = 'named' where id = ${id}`
  expect(await world.owner.sql`select coalesce(sum(n), 0)::int as n from case_count`).toEqual([...before])
})

test('the list and the board count alike, and each count is as long as its list', async () => {
  const now = new Date()
  for (const id of files) {
    await world.owner
      .sql`update case_file set workflow = 'active', silent_since = ${dateBefore(now, 31)} where id = ${id}`
  }
  for (const reader of readers.filter(({ role }) => role === 'coordinator')) {
    const { counts } = await world.does(reader, listCases, ListCases.parse({}))
    const board = await world.as(reader, readBoard)
    expect(Object.fromEntries(board?.byRisk.map(({ code, count }) => [code, count]) ?? [])).toEqual(
      Object.fromEntries(counts.risk),
    )
    for (const [risk, n] of counts.risk) {
      expect((await world.does(reader, listCases, ListCases.parse({ risk }))).rows.length).toBe(n)
    }
    const { rows } = await world.does(reader, listCases, ListCases.parse({ silence: '30' }))
    expect(rows.length).toBe(counts.silence.get('30'))
  }
})
