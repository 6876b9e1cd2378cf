import { asc, eq, gt } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { detailsOf } from '@/db/audit'
import { openKeyring } from '@/db/keyring'
import { migrate } from '@/db/migrate'
import { type MigrationStep, runMigrationSteps } from '@/db/migration-steps/run'
import { fillChannelKeys } from '@/db/migration-steps/fill-channel-keys'
import { fillNameKeys } from '@/db/migration-steps/fill-name-keys'
import { auditEntries, claims, migrationSteps, nameKeys } from '@/db/schema'
import { Vault } from '@/db/vault'
import { anOpenFile } from '../../support/cases'
import { type World, makeWorld } from '../../support/world'

let world: World

beforeAll(async () => {
  world = await makeWorld()
  const owner = await world.person({ role: 'caseworker' })
  for (let file = 0; file < 3; file += 1) await anOpenFile(world, owner)
})

afterEach(async () => {
  await world.owner.sql`delete from migration_step where name like 'test-%'`
})

const migrating = () => ({ db: world.owner.db, keyring: world.house.keyring, now: new Date() })

const batchRows = 5

type Seen = { id: string; text: string }[]

/** A step that reads every sealed claim, a few at a time, and notes what it opened. */
function readingStep(name: string, seen: Seen, cutAfter = Infinity): MigrationStep {
  let batches = 0
  return {
    name,
    async batch({ db, vault, after }) {
      if (batches === cutAfter) throw new Error('the process was killed')
      batches += 1
      const rows = await db
        .select()
        .from(claims)
        .where(after ? gt(claims.id, after) : undefined)
        .orderBy(asc(claims.id))
        .limit(batchRows)
      const last = rows.at(-1)
      if (!last) return null
      await vault.load(
        rows.map(({ caseId }) => ({ id: caseId, teamId: world.north, confidentiality: 'named', own: null })),
      )
      for (const row of rows) {
        seen.push({ id: row.id, text: vault.open('claim.value', { caseId: row.caseId, rowId: row.id }, row.value) })
      }
      return { ended: last.id, rows: rows.length }
    },
  }
}

const stepRow = async (name: string) => {
  const [row] = await world.owner.db.select().from(migrationSteps).where(eq(migrationSteps.name, name))
  return row
}

const stepEntries = async (name: string) => {
  const rows = await world.owner.db.select().from(auditEntries).where(eq(auditEntries.deed, 'migration.step'))
  return world.owner.db.transaction((db) => {
    const vault = new Vault(db, world.house, 'migration')
    const opened = rows.map((row) => ({
      actor: row.actorId,
      details: JSON.parse(detailsOf(vault.openForHouse('audit_entry.details', row.id, row.details))),
    }))
    return Promise.resolve(opened.filter(({ details }) => details.step === name))
  })
}

describe('a step of a migration that needs the vault', () => {
  test('goes through every row in batches, each with its place and its entry, and is then done', async () => {
    const seen: Seen = []
    await runMigrationSteps(migrating(), [readingStep('test-whole', seen)])
    expect(seen).toHaveLength(12)
    expect(seen.map(({ text }) => text)).toContain('held near the river')
    expect(await stepRow('test-whole')).toMatchObject({ rows: 12, doneAt: expect.any(Date) })
    const entries = await stepEntries('test-whole')
    expect(entries.map(({ details }) => details.rows)).toEqual([5, 5, 2])
    expect(entries.every(({ actor }) => actor === null)).toBe(true)
  })

  test('cut off after a batch, goes on where it ended and does nothing twice', async () => {
    const [before, after]: Seen[] = [[], []]
    await expect(runMigrationSteps(migrating(), [readingStep('test-cut', before ?? [], 1)])).rejects.toThrow('killed')
    expect(await stepRow('test-cut')).toMatchObject({ rows: 5, doneAt: null, cursor: before?.at(-1)?.id })
    expect(await stepEntries('test-cut')).toHaveLength(1)
    await runMigrationSteps(migrating(), [readingStep('test-cut', after ?? [])])
    const ids = [...(before ?? []), ...(after ?? [])].map(({ id }) => id)
    expect([ids.length, new Set(ids).size]).toEqual([12, 12])
    expect(await stepRow('test-cut')).toMatchObject({ rows: 12, doneAt: expect.any(Date) })
  })

  test('that fails within a batch leaves nothing of that batch', async () => {
    const failing: MigrationStep = {
      name: 'test-fail',
      async batch({ db }) {
        await db.delete(nameKeys)
        throw new Error('in the middle')
      },
    }
    const [before] = await world.owner.sql`select count(*)::int as n from name_key`
    await expect(runMigrationSteps(migrating(), [failing])).rejects.toThrow('in the middle')
    expect(await world.owner.sql`select count(*)::int as n from name_key`).toEqual([before])
    expect(await stepEntries('test-fail')).toEqual([])
  })

  test('that is done is not run again', async () => {
    const seen: Seen = []
    await runMigrationSteps(migrating(), [readingStep('test-once', seen)])
    await runMigrationSteps(migrating(), [readingStep('test-once', seen)])
    expect(seen).toHaveLength(12)
  })
})

test('the keys of names, left out of a backup, are rebuilt from the sealed names alone', async () => {
  const keys = () =>
    world.owner.sql`select encode(tag, 'hex') as tag, case_id, person_id, kind from name_key order by 1, 3`
  const before = await keys()
  expect(before.length).toBeGreaterThan(5)
  await world.owner.sql`delete from name_key`
  await world.owner.sql`delete from migration_step where name = ${fillNameKeys.name}`
  await runMigrationSteps(migrating())
  expect(await keys()).toEqual(before)
})

test('the keys of channels are rebuilt from the sealed values alone', async () => {
  const keys = () =>
    world.owner.sql`select encode(tag, 'hex') as tag, case_id, channel_id from channel_key order by 1, 3`
  const before = await keys()
  expect(before.length).toBeGreaterThan(2)
  await world.owner.sql`delete from channel_key`
  await world.owner.sql`delete from migration_step where name = ${fillChannelKeys.name}`
  await runMigrationSteps(migrating())
  expect(await keys()).toEqual(before)
})

test('migrating twice changes nothing', async () => {
  const shape = async () => [
    await world.owner.sql`select policyname, qual, with_check from pg_policies order by 1`,
    await world.owner
      .sql`select proname, md5(prosrc) as body, proacl::text from pg_proc where pronamespace = 'public'::regnamespace order by 1, 2`,
    await world.owner.sql`select tgname, tgrelid::regclass::text from pg_trigger where not tgisinternal order by 1, 2`,
    await world.owner
      .sql`select table_name, grantee, privilege_type from information_schema.table_privileges where table_schema = 'public' order by 1, 2, 3`,
    await world.owner.sql`select id, purpose, md5(wrapped) as wrapped from house_key order by 1`,
    await world.owner.sql`select count(*) from audit_entry`,
    await world.owner.sql`select * from migration_step order by name`,
  ]
  const before = await shape()
  const keyring = openKeyring(inject('cluster').keysDir)
  await migrate({ owner: world.connection('vigil_owner'), passwords: {}, keyring, now: new Date() })
  expect(await shape()).toEqual(before)
})
