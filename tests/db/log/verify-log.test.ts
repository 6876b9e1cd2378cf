import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { record } from '@/db/audit'
import { connect } from '@/db/client'
import { asNobody } from '@/db/ctx'
import { sequence } from '@/db/log/sequence'
import { verifyLog } from '@/db/log/verify-log'
import { auditRoots } from '@/db/schema'
import { type World, makeWorld } from '../../support/world'

let world: World
let sequencer: ReturnType<typeof connect>
const opened: ReturnType<typeof connect>[] = []

beforeEach(async () => {
  world = await makeWorld()
  sequencer = connect(world.connection('vigil_sequencer'), 1)
  opened.push(sequencer)
  for (const entries of [3, 4]) {
    await write(entries)
    await sequence(sequencer.db)
  }
})
afterAll(() => Promise.all(opened.map((pool) => pool.sql.end({ timeout: 2 }))))

const write = (entries: number, at = new Date()) =>
  asNobody(world.house, at, async (ctx) => {
    for (let n = 0; n < entries; n++) await record(ctx, 'account.sign-in', { details: { n } })
  })

/** What only whoever owns the database can do, by taking the guards away. */
const tamper = (table: 'audit_entry' | 'audit_leaf' | 'audit_root', text: string) =>
  world.owner.db.transaction(async (tx) => {
    await tx.execute(sql.raw(`alter table ${table} disable trigger user`))
    await tx.execute(sql.raw(text))
    await tx.execute(sql.raw(`alter table ${table} enable trigger user`))
  })

test('a log nobody touched is borne out, and its root is the stored one', async () => {
  const verdict = await verifyLog(sequencer.db)
  expect(verdict).toMatchObject({ size: 7, bad: null, overdue: { count: 0, entryIds: [] } })
  const [newest] = await world.owner.db
    .select()
    .from(auditRoots)
    .where(sql`size = 7`)
  expect(Buffer.from(verdict.root)).toEqual(Buffer.from(newest?.root ?? []))
})

test('the only way to change an entry is to take its guards away', async () => {
  const change = world.owner.db.execute(sql`update audit_entry set deed = 'home.read'`)
  await expect(change).rejects.toMatchObject({ cause: { code: 'VG423' } })
})

test('a changed entry is named by its index', async () => {
  await tamper(
    'audit_entry',
    `update audit_entry set deed = 'home.read' where id = (select entry_id from audit_leaf where index = 4)`,
  )
  expect(await verifyLog(sequencer.db)).toMatchObject({ size: 4, bad: { index: 4, why: 'changed' } })
})

test('the first of several changed entries is the one named', async () => {
  await tamper(
    'audit_entry',
    `update audit_entry set outcome = 'refused' where id in (select entry_id from audit_leaf where index in (2, 5))`,
  )
  expect((await verifyLog(sequencer.db)).bad).toEqual({ index: 2, why: 'changed' })
})

test('a leaf that was taken out is named, in the middle and at the end', async () => {
  await tamper('audit_leaf', 'delete from audit_leaf where index = 6')
  expect((await verifyLog(sequencer.db)).bad).toEqual({ index: 6, why: 'missing' })
  await tamper('audit_leaf', 'delete from audit_leaf where index = 1')
  expect((await verifyLog(sequencer.db)).bad).toEqual({ index: 1, why: 'missing' })
})

test('leaves that change places fit their entries and not the root', async () => {
  await tamper('audit_leaf', 'update audit_leaf set index = index + 100 where index in (4, 5)')
  await tamper('audit_leaf', 'update audit_leaf set index = 109 - index where index > 100')
  expect((await verifyLog(sequencer.db)).bad).toEqual({ index: 3, why: 'root' })
})

test('a root that was written anew or taken out names the first leaf it no longer bears out', async () => {
  await tamper('audit_root', `update audit_root set root = sha256('another') where size = 7`)
  expect((await verifyLog(sequencer.db)).bad).toEqual({ index: 3, why: 'root' })
  await tamper('audit_root', 'delete from audit_root where size = 7')
  expect((await verifyLog(sequencer.db)).bad).toEqual({ index: 3, why: 'root' })
})

test('an entry older than ten seconds without a leaf is named, a younger one is not', async () => {
  await write(2, new Date(Date.now() - 30_000))
  await write(1)
  await world.owner.db.execute(sql`delete from audit_pending`)
  const { bad, overdue } = await verifyLog(sequencer.db)
  expect(bad).toBeNull()
  expect(overdue.count).toBe(2)
  expect(overdue.entryIds).toHaveLength(2)
})
