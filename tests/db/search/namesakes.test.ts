import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { anOpenFile } from '../../support/cases'
import { searching } from '../../support/searching'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let mina: Person
let find: ReturnType<typeof searching>
let crowd: { id: string; ref: string }
let last: { id: string; ref: string }

/** So many more bear the tags of the first name on file: their rows alone, which is what they cost. */
const bearers = (caseId: string, count: number) => world.owner.sql`
  with added as (
    insert into person (id, case_id, role, sex, fate, recorded_by, recorded_at)
    select gen_random_uuid(), ${caseId}, 'relative', 'U', 'unknown', ${mina.id}, now() from generate_series(1, ${count}) returning id)
  insert into name_key (tag, case_id, person_id, kind)
  select k.tag, k.case_id, a.id, k.kind from name_key k cross join added a where k.case_id = ${caseId}`

beforeAll(async () => {
  world = await makeWorld()
  find = searching(world)
  mina = await world.person({ role: 'caseworker' })
  crowd = await anOpenFile(world, mina, { name: '김영수', otherName: '' })
  last = await anOpenFile(world, mina, { name: '김영수', otherName: '', situation: 'HIDING' })
  await bearers(crowd.id, 1500)
})

const read = async (text: string, given = {}) => find.read(mina, await find.search(mina, text, given))

test('of a name that very many bear only so many are looked at, and it is said', async () => {
  for (const text of ['김영수', 'Kim Yong-su']) expect((await read(text)).crowded, text).toBe(true)
  expect((await read('박은별')).crowded).toBe(false)
  const [{ count } = { count: 0 }] = await world.as(mina, ({ db }) =>
    db.execute<{ count: string }>(sql`
      select count(*) from name_hits(array(select distinct tag from name_key where case_id = ${crowd.id}::uuid),
        array(select kind from name_key where case_id = ${crowd.id}::uuid group by tag, kind order by tag), '{100,150,40}', 200, '{}')`),
  )
  expect(Number(count)).toBeLessThanOrEqual(200)
})

test('narrowed, the search looks at those that fit alone, and so finds one who was not looked at before', async () => {
  const { rows, crowded } = await read('김영수', { situation: 'HIDING' })
  expect([rows.map(({ ref }) => ref), crowded]).toEqual([[last.ref], false])
})
