import { beforeAll, describe, expect, test } from 'vitest'
import { detailsOf, record } from '@/db/audit'
import { giveGrant } from '@/db/cases/give-grant'
import { listCases } from '@/db/cases/list-cases'
import { openCase } from '@/db/cases/open-case'
import { readCase } from '@/db/cases/read-case'
import { showNames } from '@/db/cases/show-names'
import { revealContact } from '@/db/contacts/reveal-contact'
import { addName } from '@/db/people/add-name'
import { editPerson } from '@/db/people/edit-person'
import { revealSource } from '@/db/sources/reveal-source'
import { auditEntries } from '@/db/schema'
import { Vault } from '@/db/vault'
import { canonicalJson } from '@/lib/audit/canonical-json'
import { commitDetails, saltBytes } from '@/lib/audit/commit-details'
import { GiveGrant } from '@/lib/cases/forms'
import { ListCases } from '@/lib/cases/list-cases'
import { AddName, EditPerson } from '@/lib/people/forms'
import { urgentCall } from '../../support/cases'
import { type SceneFile, aFullFile } from '../../support/scene'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let owner: Person
let lead: Person
let colleague: Person
let file: SceneFile

beforeAll(async () => {
  world = await makeWorld()
  owner = await world.person({ role: 'caseworker' })
  lead = await world.person({ role: 'coordinator' })
  colleague = await world.person({ role: 'caseworker' })
  file = await aFullFile(world, owner, 'assigned')
})

/** While the database takes no entry, for whatever reason. */
async function withoutLog<T>(run: () => Promise<T>): Promise<T> {
  await world.owner.sql`alter table audit_entry add constraint no_entry check (false) not valid`
  try {
    return await run()
  } finally {
    await world.owner.sql`alter table audit_entry drop constraint no_entry`
  }
}

const counts = async () =>
  world.owner.sql`
    select (select count(*) from case_file)::int as files, (select count(*) from person)::int as people,
           (select count(*) from vault_key)::int as keys, (select count(*) from person_name)::int as names,
           (select count(*) from access_grant)::int as grants, (select count(*) from case_reach)::int as reach,
           (select md5(string_agg(s::text, '')) from session s) as sessions`

describe('if the entry cannot be written, the deed does not happen', () => {
  const deeds: [string, () => Promise<unknown>][] = [
    ['opening a file', () => world.does(owner, openCase, urgentCall())],
    ['reading a file', () => world.as(owner, (ctx) => readCase(ctx, { ref: file.ref }))],
    ['revealing a contact', () => world.does(owner, revealContact, { ref: file.ref, channelId: file.channel })],
    ['revealing a source', () => world.does(owner, revealSource, { ref: file.ref, sourceId: file.source })],
    ['showing names', () => world.does(owner, showNames, { list: '' })],
    [
      'adding a name',
      () =>
        world.does(
          owner,
          addName,
          AddName.parse({ ref: file.ref, personId: file.subject, text: '王丽', kind: 'birth', scheme: 'none' }),
        ),
    ],
    [
      'giving a grant',
      () =>
        world.does(
          lead,
          giveGrant,
          GiveGrant.parse({ ref: file.ref, email: colleague.email, level: 'read', days: '1', reason: 'r' }),
        ),
    ],
  ]

  test.each(deeds)('%s', async (_, deed) => {
    const before = await counts()
    const answer: unknown = await withoutLog(() => deed().catch((error: unknown) => error))
    expect(answer).toMatchObject({ cause: { code: '23514', constraint_name: 'no_entry' } })
    expect(await counts()).toEqual(before)
  })

  test('a list with names gives none', async () => {
    await world.does(owner, showNames, { list: '' })
    const list = () => world.as(owner, (ctx) => listCases(ctx, ListCases.parse({})))
    expect((await list()).rows.map(({ name }) => name)).toContain('리은별')
    expect(await withoutLog(() => list().catch((error: unknown) => error))).toBeInstanceOf(Error)
  })
})

test('an entry and its deed stand in one transaction: undone, neither is left', async () => {
  const before = await counts()
  const [entries] = await world.owner.sql`select count(*)::int as n from audit_entry`
  const undone = world.as(owner, async (ctx) => {
    await openCase(ctx, urgentCall())
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await counts()).toEqual(before)
  expect(await world.owner.sql`select count(*)::int as n from audit_entry`).toEqual([entries])
})

/** Every entry with its details opened by the keys themselves, as a migration may. */
async function opened() {
  return world.owner.db.transaction(async (db) => {
    const vault = new Vault(db, world.house, 'migration')
    const files = await db.query.caseFiles.findMany()
    await vault.load(files.map(({ id, teamId }) => ({ id, teamId, confidentiality: 'named', own: 'work' })))
    const rows = await db.select().from(auditEntries)
    return rows.map((row) => ({
      row,
      plain: vault.isHouseSealed(row.details)
        ? vault.openForHouse('audit_entry.details', row.id, row.details)
        : vault.openRaw('audit_entry.details', { caseId: row.caseId ?? '', rowId: row.id }, row.details),
    }))
  })
}

describe('what an entry holds', () => {
  test('its commitment is verified from the opened details and salt, and by nothing else', async () => {
    const all = await opened()
    expect(all.length).toBeGreaterThan(5)
    for (const { row, plain } of all) {
      const details = JSON.parse(detailsOf(plain))
      expect(canonicalJson(details)).toBe(detailsOf(plain))
      expect(Buffer.from(commitDetails(plain.subarray(0, saltBytes), details))).toEqual(
        Buffer.from(row.detailsCommitment),
      )
      expect(Buffer.from(commitDetails(Buffer.alloc(saltBytes), details))).not.toEqual(
        Buffer.from(row.detailsCommitment),
      )
    }
    expect(new Set(all.map(({ plain }) => plain.subarray(0, saltBytes).toString('hex'))).size).toBe(all.length)
  })

  test('never the value of a sealed field, in any script', async () => {
    const input = { ref: file.ref, personId: file.subject, version: '1', sex: 'F', birth: '12 May 1987' }
    await world.does(owner, editPerson, EditPerson.parse(input))
    await world.does(owner, revealContact, { ref: file.ref, channelId: file.channel })
    await world.does(owner, revealSource, { ref: file.ref, sourceId: file.source })
    const told = (await opened())
      .map(({ row, plain }) => `${detailsOf(plain)} ${row.deed} ${row.objectIds.join(' ')}`)
      .join('\n')
    const values = [
      '리은별',
      'Ri Un-byol',
      '리은하',
      '王丽',
      'Ri Un-ha',
      'her sister',
      'river',
      'Helong',
      '5555',
      'marker',
      '1987',
      '2021',
    ]
    for (const value of values) expect(told.includes(value), value).toBe(false)
    expect(told).toContain('person.birth')
  })

  test('details about a file are sealed under its log key, so that they die with it', async () => {
    const entries = (await opened()).filter(({ row }) => row.caseId === file.id)
    expect(entries.length).toBeGreaterThan(5)
    const [key] = await world.owner.sql`select id from vault_key where case_id = ${file.id} and purpose = 'log'`
    for (const { row } of entries) {
      expect(Buffer.from(row.details.subarray(1, 17)).toString('hex')).toBe(String(key?.['id']).replaceAll('-', ''))
    }
  })

  test('neither a sequence nor a previous hash', async () => {
    const columns = await world.owner.sql<{ name: string }[]>`
      select attname as name from pg_attribute where attrelid = 'audit_entry'::regclass and attnum > 0`
    expect(columns.map(({ name }) => name).filter((name) => /seq|prev|index|hash/.test(name))).toEqual([])
  })
})

describe('nobody writes another name into the log', () => {
  test('an entry by another actor is refused by row security', async () => {
    const forged = world.as(owner, (ctx) => record({ ...ctx, actor: { id: lead.id, teamId: null } }, 'case.read'))
    await expect(forged).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  test('nor is one written as nobody by somebody', async () => {
    await expect(world.as(owner, (ctx) => record({ ...ctx, actor: null }, 'case.read'))).rejects.toMatchObject({
      cause: { code: '42501' },
    })
  })
})

test('every committed entry waits for its leaf', async () => {
  const [row] = await world.owner.sql`
    select count(*)::int as lost from audit_entry e
     where not exists (select from audit_pending p where p.entry_id = e.id) and not exists (select from audit_leaf l where l.entry_id = e.id)`
  expect(row).toEqual({ lost: 0 })
})
