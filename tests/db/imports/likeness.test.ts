import { beforeAll, describe, expect, test } from 'vitest'
import { runImport } from '@/db/imports/run-import'
import { anOpenFile } from '../../support/cases'
import { importing } from '../../support/imports'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let mina: Person
let lists: ReturnType<typeof importing>

beforeAll(async () => {
  world = await makeWorld()
  mina = await world.person({ role: 'caseworker' })
  lists = importing(world, mina)
})

const list = (...rows: string[]) => ['name,sex,birth,province,confirmed,case id', ...rows].join('\n')

describe('a row whose name is that of somebody on file, however it is written', () => {
  test('is to be looked at, with what agrees and what differs', async () => {
    const { ref } = await anOpenFile(world, mina, { name: '김철옥', otherName: '', province: 'CN-JL' })
    const [person] = await world.owner.sql<{ id: string }[]>`
      select p.id from person p join case_file c on c.id = p.case_id where c.ref = ${ref} and p.role = 'subject'`
    await world.owner.sql`update person set sex = 'F' where id = ${person?.id ?? ''}`
    const seen = await lists.tried(list('Kim Cheol-ok,M,1987,CN-JL,,', 'KIM Chŏl-ok,F,,CN-LN,,', '金哲玉,,,,,'))
    expect(seen.counts).toMatchObject({ rowsDone: 0, rowsMatched: 3 })
    expect(seen.left[0]).toEqual({
      number: 2,
      reasons: ['name:match'],
      refs: [{ ref, agrees: ['name', 'province'], differs: ['sex'] }],
    })
    expect(seen.left[1]?.refs[0]).toMatchObject({ agrees: ['name', 'sex'], differs: ['province'] })
  })

  test('is taken where it says that it is somebody else', async () => {
    const seen = await lists.imported(list('Kim Cheol-ok,M,1987,CN-JL,yes,'))
    expect(seen.counts).toMatchObject({ rowsDone: 1, rowsMatched: 0 })
  })

  test('tells nothing of a file out of reach', async () => {
    const stranger = await world.person({ role: 'caseworker', teamId: world.south })
    await anOpenFile(world, stranger, { name: '라은별', otherName: '' })
    expect((await lists.tried(list('Ra Eunbyeol,,,,,', '라은별,,,,,'))).left).toEqual([])
  })

  test('is in the log once a batch, with the files that were opened for it', async () => {
    const { id } = await anOpenFile(world, mina, { name: '마보름', otherName: '' })
    await lists.tried(list('Ma Boreum,,,,,', 'Tyva Qonn,,,,,'))
    const [entry] = await world.owner.sql<{ object_ids: string[] }[]>`
      select object_ids from audit_entry where deed = 'case.match' and actor_id = ${mina.id} order by at desc limit 1`
    expect(entry?.object_ids).toEqual([id])
  })
})

describe('two rows of one list that may be one person', () => {
  const reasonsOf = async (...rows: string[]) =>
    (await lists.tried(list(...rows))).left.map(({ number, reasons }) => [number, ...reasons])

  test('by a name that sounds alike and the same birth or origin: the second names the first', async () => {
    expect(await reasonsOf('봉다온,F,1991,,,', 'Bong Daon,F,1991-03,,,')).toEqual([[3, 'twin:2']])
    expect(await reasonsOf('봉라온,F,,CN-HL,,', 'Tyva Qonn,,,,,', 'Bong Raon,F,,CN-HL,,')).toEqual([[4, 'twin:2']])
  })

  test('by the number the list itself gives them', async () => {
    expect(await reasonsOf('Tyva Qonn,,,,,A-17', 'Zhumi Vex,,,,,A-18', 'Oru Plath,,,,,A-17')).toEqual([[4, 'twin:2']])
  })

  test('not where births are years apart, where nothing agrees but the name, or where it is said', async () => {
    expect(await reasonsOf('봉사온,F,1991,CN-HL,,', 'Bong Saon,F,1961,CN-HL,,')).toEqual([])
    expect(await reasonsOf('봉아온,F,,,,', 'Bong Aon,M,,,,')).toEqual([])
    expect(await reasonsOf('봉자온,F,1991,,,', 'Bong Jaon,F,1991,,yes,')).toEqual([])
  })

  test('the second is left out of the import, also of one that was gone on with behind the first', async () => {
    const others = Array.from({ length: 260 }, (_, n) => `Qyth ${n},,,,,B-${n}`)
    const { id, counts } = await lists.tried(list('봉하온,F,1993,,,', ...others, 'Bong Haon,F,1993,,,'))
    expect(counts).toMatchObject({ rowsDone: 261, rowsMatched: 1 })
    await lists.start(id)
    let kept = 0
    const dies: typeof lists.acts = async (run) => {
      if (kept > 0) throw new Error('the server is gone')
      const value = await world.as(mina, run)
      kept = (await lists.read(id)).counts.rowsDone
      return value
    }
    await expect(runImport(dies, id)).rejects.toThrow('the server is gone')
    expect((await lists.read(id)).counts.rowsDone).toBe(250)
    await world.owner.sql`update import_batch set beat_at = now() - interval '1 hour' where id = ${id}`
    await runImport(lists.acts, id)
    expect(await lists.read(id)).toMatchObject({ state: 'done', counts: { rowsDone: 261, rowsMatched: 1 } })
  })
})

test('a row that the database itself refuses is left out with its reason, and no other row for it', async () => {
  await world.owner
    .sql`alter table case_file add constraint no_north check (province is distinct from 'CN-HL') not valid`
  const rows = Array.from({ length: 40 }, (_, n) => `Wux ${n},,,${n === 17 ? 'CN-HL' : ''},,`)
  const seen = await lists.imported(list(...rows))
  expect(seen).toMatchObject({ state: 'done', counts: { rowsAll: 40, rowsDone: 39, rowsBad: 1 } })
  expect(seen.left).toEqual([{ number: 19, reasons: ['row:refused'], refs: [] }])
  await world.owner.sql`alter table case_file drop constraint no_north`
})

test('what is imported is found again by its number and by the sound of its name', async () => {
  await lists.imported('name,phone\n탁시내,+82 10 5555 0177\n')
  const kinds = await world.owner.sql<{ keys: number; kinds: string[] }[]>`
    select (select count(*)::int from channel_key k where k.case_id = c.id) as keys,
           (select array_agg(distinct n.kind order by n.kind) from name_key n where n.case_id = c.id) as kinds
      from case_file c where c.owner_id = ${mina.id} order by c.opened_at desc limit 1`
  expect(kinds[0]).toEqual({ keys: 1, kinds: ['given', 'sound', 'whole'] })
})
