import { beforeAll, describe, expect, test } from 'vitest'
import { assignCase } from '@/db/cases/assign-case'
import { giveGrant } from '@/db/cases/give-grant'
import { listCases } from '@/db/cases/list-cases'
import { readCase } from '@/db/cases/read-case'
import { revealContact } from '@/db/contacts/reveal-contact'
import { recordContact } from '@/db/contacts/record-contact'
import { addName } from '@/db/people/add-name'
import { addRelationship } from '@/db/people/add-relationship'
import { recordSituation } from '@/db/situations/record-situation'
import { GiveGrant } from '@/lib/cases/forms'
import { ListCases } from '@/lib/cases/list-cases'
import { AddName, AddRelationship, RecordContact } from '@/lib/people/forms'
import { relationships } from '@/lib/people/relationships'
import { RecordSituation } from '@/lib/situations/forms'
import { anOpenFile } from '../../support/cases'
import { type SceneFile, aFullFile } from '../../support/scene'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let owner: Person
let lead: Person
let file: SceneFile

beforeAll(async () => {
  world = await makeWorld()
  owner = await world.person({ role: 'caseworker' })
  lead = await world.person({ role: 'coordinator' })
  file = await aFullFile(world, owner, 'assigned')
})

const read = (ref: string, person = owner) => world.as(person, (ctx) => readCase(ctx, { ref }))

const situationsOf = async ({ id }: SceneFile): Promise<unknown[]> =>
  (await world.owner.sql`select situation from situation_entry where case_id = ${id}`).map((row) => row['situation'])

async function recordOn(of: SceneFile, given: Record<string, string>, person = owner) {
  const { version } = await read(of.ref)
  const typed = { ref: of.ref, version: String(version), sourceId: of.source, credibility: '3', ...given }
  return world.does(person, recordSituation, RecordSituation.parse(typed))
}

describe('1. a case has exactly one subject', () => {
  test('every file that was opened has one, and the database takes no second', async () => {
    const rows = await world.owner.sql`
      select c.id from case_file c where 1 <> (select count(*) from person p where p.case_id = c.id and p.role = 'subject')`
    expect(rows).toEqual([])
    const second = world.owner.sql`
      insert into person (id, case_id, role, recorded_by, recorded_at) values (gen_random_uuid(), ${file.id}, 'subject', ${owner.id}, now())`
    await expect(second).rejects.toMatchObject({ code: '23505' })
  })
})

describe('2. the situation of a file is that of its newest entry by valid date', () => {
  test('history filled in afterwards does not move it, a later date does, a correction does', async () => {
    const of = await aFullFile(world, owner, 'assigned')
    await recordOn(of, { situation: 'RETURNED', when: 'June 2021' })
    expect((await read(of.ref)).situation).toBe('RETURNED')
    await recordOn(of, { situation: 'HIDING', when: '2015', gapReason: 'filled in afterwards' })
    expect((await read(of.ref)).situation).toBe('RETURNED')
    const entries = (await read(of.ref)).entries
    const wrong = entries.find(({ situation }) => situation === 'RETURNED')
    await recordOn(of, { situation: 'REL_TRANSIT', when: 'April 2021', correctionOf: wrong?.id ?? '' })
    expect((await read(of.ref)).situation).toBe('REL_TRANSIT')
    const [row] = await world.owner.sql`select situation, situation_month from case_file where id = ${of.id}`
    expect(row).toEqual({ situation: 'REL_TRANSIT', situation_month: '2021-04' })
  })
})

describe('3. what was recorded of a situation, a contact or in the log is never changed or taken away', () => {
  test('a correction adds an entry and leaves the corrected one word for word', async () => {
    const of = await aFullFile(world, owner, 'assigned')
    const before = await world.owner.sql`select * from situation_entry where id = ${of.entry}`
    await recordOn(of, { situation: 'HIDING', correctionOf: of.entry })
    expect(await world.owner.sql`select * from situation_entry where id = ${of.entry}`).toEqual(before)
  })

  test('the application role holds neither UPDATE nor DELETE on them', async () => {
    const held = await world.owner.sql`
      select t from unnest(array['situation_entry', 'situation_basis', 'contact_log', 'audit_entry', 'claim']) t
       where has_table_privilege('vigil_app', t, 'update') or has_any_column_privilege('vigil_app', t, 'update')
          or has_table_privilege('vigil_app', t, 'delete') or has_table_privilege('vigil_app', t, 'truncate')`
    expect(held).toEqual([])
  })
})

test('4. every situation entry stands on a claim at least, and every claim on one source of its own file', async () => {
  const bare = await world.owner.sql`
    select e.id from situation_entry e where not exists (select from situation_basis b where b.entry_id = e.id)`
  const astray = await world.owner.sql`
    select k.id from claim k join source s on s.id = k.source_id where s.case_id <> k.case_id`
  expect([...bare, ...astray]).toEqual([])
  const without = world.owner.sql`
    insert into claim (id, case_id, person_id, predicate, value, credibility, distance, recorded_by, recorded_at)
    values (gen_random_uuid(), ${file.id}, ${file.subject}, 'situation', '\\x00', '6', 'unknown', ${owner.id}, now())`
  await expect(without).rejects.toMatchObject({ code: '23502' })
})

test('6. a claim that contradicts another stands beside it: nothing is overwritten', async () => {
  const of = await aFullFile(world, owner, 'assigned')
  const before = await world.owner.sql`select * from claim where case_id = ${of.id} order by id`
  await recordOn(of, { situation: 'RETURNED', when: 'June 2021', account: 'she was never held', stance: 'denies' })
  const after = await world.owner.sql`select * from claim where case_id = ${of.id} order by id`
  expect(after.length).toBeGreaterThan(before.length)
  expect(after).toEqual(expect.arrayContaining([...before]))
})

describe('8. a situation follows the life-cycle, or corrects an earlier entry', () => {
  test('an impossible step is refused at its field and nothing is written', async () => {
    const of = await aFullFile(world, owner, 'assigned')
    const refused = recordOn(of, { situation: 'DET_ORIGIN', when: '2022' })
    await expect(refused).rejects.toMatchObject({ code: 'invalid', fields: { situation: 'impossible-transition' } })
    expect((await read(of.ref)).entries).toHaveLength(1)
    await expect(recordOn(of, { situation: 'DET_ORIGIN', correctionOf: of.entry })).resolves.toBeTruthy()
  })

  test('death is not recorded by one person, whatever the form sends along: it waits for another', async () => {
    for (const by of [owner, lead]) {
      const of = await aFullFile(world, owner, 'assigned')
      const given = { situation: 'DECEASED', when: '2022', credibility: '2', approvedBy: lead.id }
      await expect(recordOn(of, given, by)).resolves.toMatchObject({ proposed: true })
      expect(await situationsOf(of)).not.toContain('DECEASED')
    }
  })

  test('that somebody is missing a coordinator decides', async () => {
    const of = await aFullFile(world, owner, 'assigned')
    const given = { situation: 'MISSING', when: '2022' }
    await expect(recordOn(of, given)).resolves.toMatchObject({ proposed: true })
    expect(await situationsOf(of)).not.toContain('MISSING')
    await expect(recordOn(of, given, lead)).resolves.toMatchObject({ proposed: false })
    expect(await situationsOf(of)).toContain('MISSING')
  })
})

describe('11. relationships', () => {
  const relate = (of: SceneFile, given: Record<string, string>) =>
    world.does(owner, addRelationship, AddRelationship.parse({ ref: of.ref, certainty: 'stated', ...given }))

  test('have an inverse each; nobody is related to himself, nobody is his own ancestor, nothing is said twice', async () => {
    const of = await aFullFile(world, owner, 'assigned')
    const [a, b] = [of.caller, of.subject]
    expect(
      AddRelationship.safeParse({ ref: of.ref, from: a, to: a, type: 'SIBLING', certainty: 'stated' }).success,
    ).toBe(false)
    await relate(of, { from: a, to: b, type: 'PARENT' })
    await expect(relate(of, { from: b, to: a, type: 'PARENT' })).rejects.toMatchObject({
      fields: { type: 'parent-cycle' },
    })
    await expect(relate(of, { from: b, to: a, type: 'CHILD' })).rejects.toMatchObject({
      fields: { type: 'already-there' },
    })
    const self = world.owner.sql`
      insert into relationship (id, case_id, from_person, to_person, type, certainty, recorded_by, recorded_at)
      values (gen_random_uuid(), ${of.id}, ${a}, ${a}, ${relationships[0]}, 'stated', ${owner.id}, now())`
    await expect(self).rejects.toMatchObject({ code: '23514' })
  })
})

test('12. nothing but an expected return lies ahead', async () => {
  const of = await aFullFile(world, owner, 'assigned')
  const year = String(new Date().getUTCFullYear() + 2)
  await expect(recordOn(of, { situation: 'RETURNED', when: year })).rejects.toMatchObject({
    fields: { when: 'not-yet' },
  })
  const call = { ref: of.ref, personId: of.caller, at: year, direction: 'incoming', outcome: 'reached' }
  await expect(world.does(owner, recordContact, RecordContact.parse(call))).rejects.toMatchObject({
    fields: { at: 'future-date' },
  })
  await expect(recordOn(of, { situation: 'IMMINENT_RETURN', when: year })).resolves.toBeTruthy()
})

test('14. a subject has a name, and exactly one of each script is primary', async () => {
  const of = await aFullFile(world, owner, 'assigned')
  const name = { ref: of.ref, personId: of.subject, kind: 'known_as', scheme: 'none', primary: 'on' }
  for (const text of ['이은별', '王丽', 'Lee Eun-byeol'])
    await world.does(owner, addName, AddName.parse({ ...name, text }))
  const rows = await world.owner.sql`
    select script, count(*) filter (where is_primary)::int as primaries, count(*)::int as names
      from person_name where person_id = ${of.subject} group by script order by script`
  expect(rows.map((row) => [row['script'], row['primaries'], row['names']])).toEqual([
    ['Hang', 1, 2],
    ['Hani', 1, 1],
    ['Latn', 1, 2],
  ])
  const second = world.owner.sql`update person_name set is_primary = true where person_id = ${of.subject}`
  await expect(second).rejects.toMatchObject({ code: '23505' })
  const nameless = await world.owner.sql`
    select p.id from person p where p.role = 'subject' and not exists (select from person_name n where n.person_id = p.id)`
  expect(nameless).toEqual([])
})

test('16. reading a named file or a contact value is an entry of the same transaction', async () => {
  const of = await aFullFile(world, owner, 'named')
  const written = async (run: Parameters<World['as']>[1]) => {
    const transaction = await world.as(owner, async (ctx) => {
      const [now] = await ctx.db.execute<{ id: string }>(
        'select (pg_current_xact_id()::text::bigint % 4294967296)::text as id',
      )
      await run(ctx)
      return now?.id ?? ''
    })
    const rows = await world.owner
      .sql`select deed from audit_entry where case_id = ${of.id} and xmin::text = ${transaction}`
    return rows.map((row) => row['deed'])
  }
  expect(await written((ctx) => readCase(ctx, { ref: of.ref }))).toEqual(['case.read'])
  expect(await written((ctx) => revealContact(ctx, { ref: of.ref, channelId: of.channel }))).toEqual(['contact.reveal'])
})

test('20. neither a list nor the page of a file carries a contact value or who a source is', async () => {
  const list = await world.as(owner, (ctx) => listCases(ctx, ListCases.parse({})))
  const told = JSON.stringify([list, await read(file.ref)])
  expect(told).toContain(file.ref)
  for (const value of ['5555', 'Ri Un-ha', 'marker']) expect(told.includes(value), value).toBe(false)
  expect(JSON.stringify(list)).not.toMatch(/리은별|Ri Un-byol/)
})

describe('22. nobody decides in his own favour', () => {
  test('a coordinator gives a file or a grant to others alone', async () => {
    const of = await anOpenFile(world, owner)
    const take = world.does(lead, assignCase, { ref: of.ref, version: 1, owner: lead.id })
    await expect(take).rejects.toMatchObject({ code: 'invalid', fields: { owner: 'cannot-hold-files' } })
    const grant = { ref: of.ref, email: lead.email, level: 'work', days: '1', reason: 'for me' }
    await expect(world.does(lead, giveGrant, GiveGrant.parse(grant))).rejects.toMatchObject({ code: 'invalid' })
  })

  test('a file goes to active colleagues of its own team who hold files', async () => {
    const of = await anOpenFile(world, owner)
    const others = [
      await world.person({ role: 'caseworker', teamId: world.south }),
      await world.person({ role: 'caseworker', state: 'disabled' }),
      await world.person({ role: 'auditor' }),
      await world.person({ role: 'admin' }),
    ]
    for (const { id } of others) {
      await expect(world.does(lead, assignCase, { ref: of.ref, version: 1, owner: id })).rejects.toMatchObject({
        code: 'invalid',
      })
    }
    const mate = await world.person({ role: 'caseworker' })
    await world.does(lead, assignCase, { ref: of.ref, version: 1, owner: mate.id })
    await expect(read(of.ref)).rejects.toMatchObject({ code: 'not-found' })
    expect((await read(of.ref, mate)).ownerId).toBe(mate.id)
  })
})
