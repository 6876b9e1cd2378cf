import { beforeAll, describe, expect, test } from 'vitest'
import { readCase } from '@/db/cases/read-case'
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

const filesOf = async (person: Person) =>
  (await world.owner.sql<{ ref: string }[]>`select ref from case_file where owner_id = ${person.id} order by opened_at`)
    .length

const list = (...rows: string[]) => ['이름,성별,생년월일,상황,때,장소,연락처', ...rows].join('\n')

describe('a list is tried out before anything is recorded', () => {
  test('row by row: what can be a file, and what is wrong with the others', async () => {
    const before = await filesOf(mina)
    const seen = await lists.tried(
      list('고은하,여,1987년경,체류국 구금,2023년 4월,허룽,+82 10 5555 0101', ',여,1990,,,,', '고가람,여,13월,은신,,,'),
    )
    expect(seen).toMatchObject({ state: 'checked', counts: { rowsAll: 3, rowsDone: 1, rowsBad: 2 } })
    expect(seen.left).toEqual([
      { number: 3, reasons: ['name:required'], refs: [] },
      { number: 4, reasons: ['situation:not-on-list', 'birth:ambiguous-date'], refs: [] },
    ])
    expect(await filesOf(mina)).toBe(before)
  })

  test('somebody who may have a file is named by its ref, and is left out of the import', async () => {
    const { ref } = await anOpenFile(world, mina, { name: '고유일', otherName: '' })
    const text = list('고유일,,,,,,', '고무이,,,,,,')
    expect((await lists.tried(text)).left).toEqual([
      { number: 2, reasons: ['name:match'], refs: [{ ref, agrees: ['name'], differs: [] }] },
    ])
    expect((await lists.imported(text)).counts).toMatchObject({ rowsDone: 1, rowsMatched: 1 })
    expect((await lists.imported(text, 'open')).counts).toMatchObject({ rowsDone: 1, rowsRepeated: 1 })
  })
})

test('an imported row is a file like one that was opened by hand: sealed, owned, in the log', async () => {
  const row = '고진성,남,1979-05-02,체류국 구금,2023년 4월,비밀리 표식,+82 10 5555 0107'
  const seen = await lists.imported(list(row))
  expect(seen).toMatchObject({ state: 'done', counts: { rowsDone: 1, rowsBad: 0 } })
  const [file] = await world.owner.sql<{ id: string; ref: string }[]>`
    select c.id, c.ref from case_file c join imported_row i on i.case_id = c.id order by c.opened_at desc limit 1`
  const read = await world.does(mina, readCase, { ref: file?.ref ?? '' })
  expect(JSON.stringify(read)).toMatch(/고진성.*비밀리 표식|비밀리 표식.*고진성/)
  const entries = await world.owner
    .sql`select deed from audit_entry where case_id = ${file?.id ?? ''} and deed = 'case.open'`
  expect(entries).toHaveLength(1)
  const [person] = await world.owner
    .sql`select sex, age_band, birth from person where case_id = ${file?.id ?? ''} and role = 'subject'`
  expect(person).toMatchObject({ sex: 'M', age_band: '45-59' })
  const [keys] = await world.owner.sql`select count(*)::int as n from vault_key where case_id = ${file?.id ?? ''}`
  expect(keys).toEqual({ n: 4 })
})

test('a list sent twice opens nobody’s file twice, nor does one row that stands in it twice', async () => {
  const text = list('노하나,,,,,,', '노두리,,,,,,', '노하나,,,,,,')
  const before = await filesOf(mina)
  expect((await lists.imported(text)).counts).toMatchObject({ rowsDone: 2, rowsRepeated: 1 })
  expect((await lists.imported(text)).counts).toMatchObject({ rowsDone: 0, rowsRepeated: 3 })
  expect(await filesOf(mina)).toBe(before + 2)
})

const many = (name: string, count: number) => list(...Array.from({ length: count }, (_, n) => `${name} ${n},,,,,,`))

test('a row that stands again in the next batch, which is judged while the first is written, is repeated', async () => {
  const before = await filesOf(mina)
  const { counts } = await lists.imported(`${many('Ryu Sae', 260)}\nRyu Sae 3,,,,,,`)
  expect(counts).toMatchObject({ rowsDone: 260, rowsRepeated: 1 })
  expect(await filesOf(mina)).toBe(before + 260)
})

describe('an import that is interrupted', () => {
  test('goes on behind the last whole batch and opens every row once', async () => {
    const { id } = await lists.tried(many('Ryu Dol', 700))
    await lists.start(id)
    let batches = 0
    const dies: typeof lists.acts = (run) =>
      world.as(mina, async (ctx) => {
        const value = await run(ctx)
        const [row] = await ctx.db.execute<{ n: number }>(`select count(*)::int as n from imported_row`)
        batches += 1
        if (
          (row?.n ?? 0) > 0 &&
          (await ctx.db.execute(`select 1 from import_batch where id = '${id}' and rows_done >= 500`)).length > 0
        )
          throw new Error('the server is gone')
        return value
      })
    await expect(runImport(dies, id)).rejects.toThrow('the server is gone')
    expect(batches).toBeGreaterThan(1)
    expect((await lists.read(id)).counts.rowsDone).toBe(250)
    await runImport(lists.acts, id)
    expect((await lists.read(id)).state).toBe('importing')
    await world.owner.sql`update import_batch set beat_at = now() - interval '1 hour' where id = ${id}`
    expect((await lists.read(id)).isStalled).toBe(true)
    await runImport(lists.acts, id)
    expect(await lists.read(id)).toMatchObject({ state: 'done', counts: { rowsDone: 700 } })
    const [row] = await world.owner.sql`
      select count(*)::int as files, count(distinct i.tag)::int as rows from imported_row i join case_file c on c.id = i.case_id
       where c.owner_id = ${mina.id} and c.opened_at > (select run_at from import_batch where id = ${id})`
    expect(row).toEqual({ files: 700, rows: 700 })
    const halves = await world.owner.sql`
      select c.id from case_file c where not exists (select from situation_entry e where e.case_id = c.id)
          or not exists (select from person_name n where n.case_id = c.id)`
    expect(halves).toEqual([])
  })

  test('stops where it is cancelled, and what was imported by then stays', async () => {
    const { id } = await lists.tried(many('Ryu Mun', 600))
    await lists.start(id)
    let calls = 0
    await runImport(async (run) => {
      calls += 1
      if (calls === 5) await lists.cancel(id)
      return world.as(mina, run)
    }, id)
    const seen = await lists.read(id)
    expect(seen.state).toBe('cancelled')
    expect(seen.counts.rowsDone % 250).toBe(0)
  })

  test('stops when the person may no longer act, and says nothing more', async () => {
    const leaver = await world.person({ role: 'caseworker' })
    const hers = importing(world, leaver)
    const { id } = await hers.tried(many('Ryu Yong', 20))
    await hers.start(id)
    let calls = 0
    await runImport(async (run) => {
      calls += 1
      if (calls === 3) await world.owner.sql`update session set ended_at = now() where account_id = ${leaver.id}`
      return world.as(leaver, run)
    }, id)
    expect(await filesOf(leaver)).toBe(0)
  })
})

test('a list is its sender’s own, and nobody who opens no files sends one', async () => {
  const id = await lists.send(list('이은별,,,,,,'))
  const lead = await world.person({ role: 'coordinator' })
  await expect(importing(world, lead).read(id)).rejects.toMatchObject({ code: 'not-found' })
  const auditor = await world.person({ role: 'auditor' })
  await expect(importing(world, auditor).send('a')).rejects.toMatchObject({ code: 'forbidden' })
})

test('columns kept under a name are those of the next list with the same headings', async () => {
  const text = 'Who,How old\nRyu Bom,1987\n'
  const id = await lists.send(text)
  await lists.name(id, { column0: 'name', column1: 'birth', name: 'the old office' })
  const next = await lists.read(await lists.send(text.replace('Bom', 'Gaeul')))
  expect(next.mapping?.columns).toEqual(['name', 'birth'])
})
