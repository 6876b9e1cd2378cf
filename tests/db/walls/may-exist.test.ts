import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { matchNames } from '@/db/cases/match-names'
import { openCase } from '@/db/cases/open-case'
import { refusedByDatabase } from '@/db/refused-by-database'
import { wholeName } from '@/lib/names/whole-name'
import { anOpenFile, urgentCall } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let searcher: Person
let holder: Person
let holdingLead: Person

beforeEach(async () => {
  world = await makeWorld()
  searcher = await world.person({ role: 'caseworker' })
  holder = await world.person({ role: 'caseworker', teamId: world.south })
  holdingLead = await world.person({ role: 'coordinator', teamId: world.south })
})

const asked = (name: string, person = searcher) => world.as(person, (ctx) => matchNames(ctx, [name]))

const mayExist = (person: Person, names: readonly string[]) =>
  world.as(person, (ctx) =>
    ctx.db.execute(
      sql`select * from may_exist(array[${sql.join(
        names.map((name) => sql`${ctx.vault.tag('name', wholeName(name))}::bytea`),
        sql`, `,
      )}])`,
    ),
  )

const entries = (deed: string) =>
  world.owner.sql`select actor_id, team_id, case_id, object_ids from audit_entry where deed = ${deed}`
const notices = (person: Person) => world.as(person, ({ db }) => db.query.notices.findMany())

describe('a file out of reach', () => {
  test('shows as the id of its team and nothing else, and leaves an entry that the holding team can read', async () => {
    const { id } = await anOpenFile(world, holder, { name: '문가람', otherName: '' })
    expect(await mayExist(searcher, ['문가람'])).toEqual([{ may_exist: world.south }])
    expect(await asked('문가람')).toEqual({ files: [], teams: ['South team'], hints: [expect.any(String)] })
    expect(await entries('case.may-exist')).toEqual([
      { actor_id: searcher.id, team_id: world.south, case_id: null, object_ids: [] },
    ])
    const seen = await world.as(holdingLead, ({ db }) => db.query.auditEntries.findMany())
    expect(seen.filter(({ deed }) => deed === 'case.may-exist')).toHaveLength(1)
    expect(JSON.stringify(await entries('case.match'))).not.toContain(id)
  })

  test('answers once for a team, however many files it holds', async () => {
    await anOpenFile(world, holder, { name: '문가람', otherName: '' })
    await anOpenFile(world, holder, { name: '문가람', otherName: '' })
    expect(await mayExist(searcher, ['문가람'])).toHaveLength(1)
  })

  test('does not show for a part of a name, nor for a name nobody holds', async () => {
    await anOpenFile(world, holder, { name: '문가람', otherName: 'Mun Ga-ram' })
    for (const name of ['문', '가람', 'Mun', 'Ga-ram', 'Garam Mun', '문가란']) {
      expect(await asked(name), name).toEqual({ files: [], teams: [], hints: [] })
    }
  })
})

describe('a named file', () => {
  test('shows the searcher nothing and leaves a notice to the team that holds it', async () => {
    const { id } = await anOpenFile(world, holder, { name: '문가람', otherName: '' })
    await world.owner.sql`update case_file set confidentiality = 'named' where id = ${id}`
    const nothing = await asked('한누리')
    expect(await asked('문가람')).toEqual(nothing)
    expect(await mayExist(searcher, ['문가람'])).toEqual([])
    expect(await entries('case.may-exist')).toEqual([])
    expect(await notices(holdingLead)).toMatchObject([{ kind: 'name-searched', teamId: world.south }])
    expect(await notices(searcher)).toEqual([])
    expect(await notices(holder)).toEqual([])
    expect(await notices(await world.person({ role: 'coordinator' }))).toEqual([])
  })

  test('of the searcher’s own team is kept from the searcher alike', async () => {
    const mate = await world.person({ role: 'caseworker' })
    const { id } = await anOpenFile(world, mate, { name: '문가람', otherName: '' })
    await world.owner.sql`update case_file set confidentiality = 'named' where id = ${id}`
    expect(await asked('문가람')).toEqual({ files: [], teams: [], hints: [] })
    expect(await notices(await world.person({ role: 'coordinator' }))).toHaveLength(1)
  })

  test('does not stop its searcher from opening a file of the same name', async () => {
    const { id } = await anOpenFile(world, holder, { name: '문가람', otherName: '' })
    await world.owner.sql`update case_file set confidentiality = 'named' where id = ${id}`
    const answer = await world.does(searcher, openCase, urgentCall({ name: '문가람', otherName: '', confirmed: '' }))
    expect(answer.opened).toBe(true)
  })

  test('within own reach is found as any file is, and nobody is told', async () => {
    const { id, ref } = await anOpenFile(world, searcher, { name: '문가람', otherName: '' })
    await world.owner.sql`update case_file set confidentiality = 'named' where id = ${id}`
    expect((await asked('문가람')).files.map((file) => file.ref)).toEqual([ref])
    expect(await world.owner.sql`select 1 from notice`).toEqual([])
  })
})

describe('asking', () => {
  test('is limited: after 120 in an hour the answer is "too many", and an hour later it is given again', async () => {
    await world.owner.sql`
      insert into may_exist_use (account_id, at, n) select ${searcher.id}, now() - interval '30 minutes', n from generate_series(1, 119) n`
    await mayExist(searcher, ['문가람'])
    const refused: unknown = await mayExist(searcher, ['문가람']).catch((error: unknown) => error)
    expect(refused).toMatchObject({ cause: { code: 'VG429' } })
    expect(refusedByDatabase(refused)?.code).toBe('too-many')
    await expect(mayExist(holder, ['문가람'])).resolves.toEqual([])
    await world.owner
      .sql`update may_exist_use set at = at - interval '31 minutes' where n > 0 and account_id = ${searcher.id}`
    await expect(mayExist(searcher, ['문가람'])).resolves.toEqual([])
  })

  test('is for those who open files, a few names at a time, and never without a session', async () => {
    for (const role of ['auditor', 'admin'] as const) {
      await expect(mayExist(await world.person({ role }), ['문가람'])).rejects.toMatchObject({
        cause: { code: 'VG403' },
      })
    }
    const many = Array.from({ length: 9 }, (_, index) => `이름${String(index)}`)
    await expect(mayExist(searcher, many)).rejects.toMatchObject({ cause: { code: 'VG403' } })
    await expect(world.house.db.execute(sql`select * from may_exist(array['\\x00'::bytea])`)).rejects.toMatchObject({
      cause: { code: 'VG403' },
    })
  })
})
