import { sql as query } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { readBoard } from '@/db/home/read-board'
import { readToday } from '@/db/home/read-today'
import { pairsMax } from '@/lib/matches/pairs-max'
import { anOpenFile } from '../../support/cases'
import { aDecision, aPair } from '../../support/pairs'
import { makeWorld } from '../../support/world'

const world = await makeWorld()
const { sql } = world.owner
const one = (role: 'caseworker' | 'coordinator', teamId = world.north) => world.person({ role, teamId })
const [mina, mate, lead, far, farLead] = await Promise.all([
  one('caseworker'),
  one('caseworker'),
  one('coordinator'),
  one('caseworker', world.south),
  one('coordinator', world.south),
])
const files = {
  hers: await anOpenFile(world, mina),
  alsoHers: await anOpenFile(world, mina),
  mates: await anOpenFile(world, mate),
  far: await anOpenFile(world, far),
}

beforeEach(async () => {
  await sql`delete from same_as`
  await sql`delete from match_pair`
  await sql`update case_file set confidentiality = 'assigned'`
})

const paired = (a: keyof typeof files, b: keyof typeof files) => aPair(world, files[a].id, files[b].id)
const few = (n: number) => ({ n, more: false })
const counts = (open: number, waiting: number) => ({ open: few(open), waiting: few(waiting) })
const onBoard = async (person = lead) => (await world.as(person, readBoard))?.pairs
const onToday = async (person = mina) => (await world.as(person, readToday)).pairs

describe('a coordinator’s board', () => {
  test('counts undecided pairs of which both files are read, and no other', async () => {
    await paired('hers', 'mates')
    await paired('hers', 'far')
    expect(await onBoard()).toEqual(counts(1, 0))
    expect(await onBoard(farLead)).toEqual(counts(0, 0))
    await sql`update case_file set confidentiality = 'named' where id = ${files.mates.id}`
    expect(await onBoard()).toEqual(counts(0, 0))
  })

  test('counts what a colleague calls the same until a second person has settled it, and nothing of the coordinator’s own', async () => {
    const pairId = await paired('hers', 'mates')
    const sameId = await aDecision(world, pairId, { by: mina, decision: 'same', state: 'waiting' })
    const own = await paired('hers', 'alsoHers')
    await aDecision(world, own, { by: lead, decision: 'same', state: 'waiting' })
    expect(await onBoard()).toEqual(counts(0, 1))
    expect(await onBoard(farLead)).toEqual(counts(0, 0))
    await sql`update same_as set state = 'standing', settled_by = ${lead.id}, settled_at = now() where id = ${sameId}`
    expect(await onBoard()).toEqual(counts(0, 0))
  })

  test('counts no further than its end', async () => {
    const many = [...Object.values(files)]
    while (many.length < 16) many.push(await anOpenFile(world, mina))
    await sql`
      insert into match_pair (id, case_a, person_a, case_b, person_b, scores, total, found_at)
      select gen_random_uuid(), a.case_id, a.id, b.case_id, b.id, '', 62, now()
        from person a join person b on a.id < b.id
       where a.role = 'subject' and b.role = 'subject' and a.case_id <> ${files.far.id} and b.case_id <> ${files.far.id}`
    const [row] = await sql<{ n: number }[]>`select count(*)::int as n from match_pair`
    expect(row?.n).toBeGreaterThan(pairsMax)
    expect(await onBoard()).toEqual({ open: { n: pairsMax, more: true }, waiting: few(0) })
  })

  test('looks at so many of the likeliest of the whole house and says that there may be more', async () => {
    await paired('hers', 'mates')
    const [other, another] = [await anOpenFile(world, far), await anOpenFile(world, far)]
    await aPair(world, files.far.id, other.id)
    await aPair(world, files.far.id, another.id)
    await sql`update match_pair set total = case when case_a = ${files.hers.id} or case_b = ${files.hers.id} then 1 else 90 end`
    const inSight = (looked: number) =>
      world.as(lead, async (ctx) => [...(await ctx.db.execute(query`select n, more from open_pairs(5, ${looked})`))])
    expect(await inSight(2)).toEqual([{ n: 0, more: true }])
    expect(await inSight(4)).toEqual([{ n: 1, more: false }])
  })
})

describe('a caseworker’s morning', () => {
  test('counts undecided pairs of which both files are their own, and no other', async () => {
    await paired('hers', 'alsoHers')
    await paired('hers', 'mates')
    await paired('hers', 'far')
    await sql`update case_file set confidentiality = 'team' where id = ${files.mates.id}`
    expect(await onToday()).toEqual(counts(1, 0))
    expect(await onToday(mate)).toEqual(counts(0, 0))
    await sql`update match_pair set state = 'different'`
    expect(await onToday()).toEqual(counts(0, 0))
  })
})
