import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { detailsOf } from '@/db/audit'
import { connect } from '@/db/client'
import { tidy } from '@/db/log/tidy'
import { deleteSearch, saveSearch } from '@/db/search/save-search'
import { listSearches } from '@/db/search/list-searches'
import { anOpenFile } from '../../support/cases'
import { searching } from '../../support/searching'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let mina: Person
let mate: Person
let holder: Person
let holdingLead: Person
let file: { id: string; ref: string }
let find: ReturnType<typeof searching>

beforeAll(async () => {
  world = await makeWorld()
  find = searching(world)
  const one = (role: Person['role'], teamId = world.north) => world.person({ role, teamId })
  ;[mina, mate] = [await one('caseworker'), await one('coordinator')]
  ;[holder, holdingLead] = [await one('caseworker', world.south), await one('coordinator', world.south)]
  file = await anOpenFile(world, mina, { name: '김철옥', otherName: '', account: 'near the marker river' })
})

const notFound = { code: 'not-found' }

describe('a search', () => {
  test('is its owner’s alone: nobody else reads, steps, saves or deletes it, nor sees its row', async () => {
    const id = await find.search(mina, '김철옥')
    await expect(find.read(mate, id)).rejects.toMatchObject(notFound)
    await expect(find.step(mate, id, { step: 'narrow', text: 'river' })).rejects.toMatchObject(notFound)
    await expect(world.does(mate, saveSearch, { id, version: 1, name: 'Mine' })).rejects.toMatchObject(notFound)
    await expect(world.does(mate, deleteSearch, { id, version: 1 })).rejects.toMatchObject(notFound)
    expect(await world.as(mate, ({ db }) => db.execute(sql`select id from search`))).toHaveLength(0)
    await world.as(mate, ({ db }) => db.execute(sql`delete from search`))
    expect(await find.refs(mina, id)).toEqual([file.ref])
  })

  test('cannot be stored in the name of another', async () => {
    const insert = world.as(mate, ({ db }) =>
      db.execute(sql`insert into search (id, owner_id, step, terms, findings, created_at, expires_at)
        values (gen_random_uuid(), ${mina.id}::uuid, 'first', ''::bytea, ''::bytea, now(), now() + interval '1 day')`),
    )
    await expect(insert).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  test('that has run out is not found, and the clock takes its row away', async () => {
    const [gone, kept] = [await find.search(mina, '김철옥'), await find.search(mina, '김철옥')]
    await world.owner.sql`update search set expires_at = now() - interval '1 second' where id = ${gone}`
    await expect(find.read(mina, gone)).rejects.toMatchObject(notFound)
    const clock = connect(world.connection('vigil_clock'), 1)
    await tidy(clock.db)
    await clock.sql.end({ timeout: 2 })
    const ids = (await world.owner.sql`select id from search`).map((row) => String(row['id']))
    expect(ids).toContain(kept)
    expect(ids).not.toContain(gone)
  })

  test('cannot be read once the key of its month is destroyed, which the clock does after a year', async () => {
    const id = await find.search(mina, '김철옥')
    const [key] = await world.owner.sql<{ month: string }[]>`select month from search_key`
    await world.owner.sql`update search_key set month = to_char(now() - interval '13 months', 'YYYY-MM')`
    const clock = connect(world.connection('vigil_clock'), 1)
    await tidy(clock.db)
    await clock.sql.end({ timeout: 2 })
    expect(await world.owner.sql`select 1 from search_key`).toEqual([])
    await expect(find.read(mina, id)).rejects.toMatchObject(notFound)
    expect(key?.month).toBe(new Date().toISOString().slice(0, 7))
  })

  test('leaves an entry with the files it found and counts, and none of its words in any table', async () => {
    const id = await find.search(mina, 'marker river', { kind: 'word' })
    const [entry] = await world.owner.db.query.auditEntries.findMany({
      where: (row, { eq }) => eq(row.deed, 'search.submit'),
      orderBy: (row, { desc }) => desc(row.at),
      limit: 1,
    })
    expect(entry?.objectIds).toEqual([id, file.id])
    const details = await world.as(mina, ({ vault }) =>
      Promise.resolve(
        detailsOf(vault.openForHouse('audit_entry.details', entry?.id ?? '', entry?.details ?? Buffer.of())),
      ),
    )
    expect(JSON.parse(details)).toEqual({ step: 'first', steps: 1, files: 1, hits: 1, teams: 0, looked: 1 })
    const rows = await world.owner.sql`select terms, findings from search where id = ${id}`
    const bytes = Buffer.concat(rows.flatMap((row) => [Buffer.from(row['terms']), Buffer.from(row['findings'])]))
    expect(bytes.includes('marker')).toBe(false)
  })

  test('is refused to those who read no files', async () => {
    for (const role of ['auditor', 'admin'] as const) {
      const person = await world.person({ role })
      await expect(find.search(person, '김철옥')).rejects.toMatchObject({ code: 'forbidden' })
      await expect(world.as(person, (ctx) => listSearches(ctx, {}))).rejects.toMatchObject({ code: 'forbidden' })
    }
  })
})

describe('a saved search', () => {
  test('stands among one’s own under its name, survives the day, and is deleted', async () => {
    const id = await find.search(mina, '김철옥')
    await world.does(mina, saveSearch, { id, version: 1, name: 'The woman of Helong' })
    const listed = async (person: Person) =>
      (await world.as(person, (ctx) => listSearches(ctx, {}))).saved.map(({ name }) => name)
    expect([await listed(mina), await listed(mate)]).toEqual([['The woman of Helong'], []])
    const rows = await world.owner
      .sql`select name, expires_at - created_at > interval '364 days' as long from search where id = ${id}`
    expect(rows[0]?.['long']).toBe(true)
    expect(Buffer.from(rows[0]?.['name']).includes('Helong')).toBe(false)
    await expect(world.does(mina, saveSearch, { id, version: 1, name: 'Stale' })).rejects.toMatchObject({
      code: 'conflict',
      theirs: { name: 'The woman of Helong', version: '2' },
    })
    await world.does(mina, deleteSearch, { id, version: 2 })
    expect(await listed(mina)).toEqual([])
    await expect(find.read(mina, id)).rejects.toMatchObject(notFound)
  })
})

describe('a file out of reach', () => {
  const asked = async () => (await world.owner.sql`select 1 from may_exist_use`).length

  test('shows as its team alone, for a whole name that is submitted, and leaves an entry there', async () => {
    const shut = await anOpenFile(world, holder, { name: '한누리', otherName: '', account: 'a hidden lighthouse' })
    const { rows, teams } = await find.read(mina, await find.search(mina, '한누리'))
    expect([rows, teams]).toEqual([[], [{ name: 'South team', hint: expect.any(String) }]])
    expect(
      JSON.stringify(await world.owner.sql`select object_ids from audit_entry where actor_id = ${mina.id}`),
    ).not.toContain(shut.id)
    expect(await world.owner.sql`select team_id from audit_entry where deed = 'case.may-exist'`).toEqual([
      { team_id: world.south },
    ])
  })

  test('does not show for part of a name, a number, a place, words, or a step that only narrows', async () => {
    const before = await asked()
    for (const text of ['누리야', '+82 10 5555 0101']) {
      const { teams } = await find.read(mina, await find.search(mina, text))
      expect(teams, text).toEqual([])
    }
    for (const kind of ['word', 'place', 'phone', 'code']) {
      const { teams } = await find.read(mina, await find.search(mina, '한누리', { kind }))
      expect(teams, kind).toEqual([])
    }
    const id = await find.search(mina, 'lighthouse', { kind: 'word' })
    const { teams, rows } = await find.read(mina, await find.step(mina, id, { step: 'narrow', text: '한누리' }))
    expect([teams, rows]).toEqual([[], []])
    expect((await asked()) - before).toBeLessThanOrEqual(1)
  })

  test('that is named shows nothing, and its team is told', async () => {
    const { id } = await anOpenFile(world, holder, { name: '오솔길', otherName: '' })
    await world.owner.sql`update case_file set confidentiality = 'named' where id = ${id}`
    await world.owner.sql`delete from notice`
    const [named, nobody] = [await find.search(mina, '오솔길'), await find.search(mina, '서리태')]
    const shown = async (search: string) => {
      const { rows, teams, total, looked } = await find.read(mina, search)
      return { rows, teams, total, looked }
    }
    expect(await shown(named)).toEqual(await shown(nobody))
    expect(await world.as(holdingLead, ({ db }) => db.query.notices.findMany())).toMatchObject([
      { kind: 'name-searched', teamId: world.south },
    ])
  })

  test('that leaves the reader’s reach after the search is no longer shown', async () => {
    const mine = await anOpenFile(world, mina, { name: '도라지', otherName: '' })
    const id = await find.search(mina, '도라지')
    expect(await find.refs(mina, id)).toEqual([mine.ref])
    await world.owner.sql`delete from case_reach where case_id = ${mine.id}`
    expect(await find.refs(mina, id)).toEqual([])
  })

  test('is asked about no oftener than the limit allows', async () => {
    await world.owner.sql`
      insert into may_exist_use (account_id, at, n) select ${mate.id}, now() - interval '30 minutes', n from generate_series(1, 120) n`
    await expect(find.search(mate, '한누리')).rejects.toMatchObject({ cause: { code: 'VG429' } })
  })
})
