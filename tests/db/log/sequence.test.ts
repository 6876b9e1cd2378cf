import { setTimeout as pause } from 'node:timers/promises'
import { count, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeEach, expect, inject, test } from 'vitest'
import { record } from '@/db/audit'
import { connect } from '@/db/client'
import { asNobody } from '@/db/ctx'
import { sequence } from '@/db/log/sequence'
import { auditLeaves, auditPending, auditRoots } from '@/db/schema'
import { rootOf } from '@/lib/audit/root-of'
import { type World, makeWorld } from '../../support/world'

let world: World
let sequencer: ReturnType<typeof connect>

const opened: ReturnType<typeof connect>[] = []
const asSequencer = () => {
  const pool = connect(world.connection('vigil_sequencer'), 1)
  opened.push(pool)
  return pool
}

beforeEach(async () => {
  world = await makeWorld()
  sequencer = asSequencer()
})
afterAll(() => Promise.all(opened.map((pool) => pool.sql.end({ timeout: 2 }))))

/** Entries that nobody signed in wrote, in one transaction. */
const write = (entries: number) =>
  asNobody(world.house, new Date(), async (ctx) => {
    for (let n = 0; n < entries; n++) await record(ctx, 'account.sign-in', { details: { n } })
  })

async function cutOff(pid: number) {
  const superuser = postgres({ ...inject('cluster').superuser, max: 1 })
  await superuser`select pg_cancel_backend(${pid})`
  await superuser.end({ timeout: 2 })
}

const leaves = () => world.owner.db.select().from(auditLeaves).orderBy(auditLeaves.index)
const roots = () => world.owner.db.select().from(auditRoots).orderBy(auditRoots.size)
const waiting = async () => (await world.owner.db.select({ n: count() }).from(auditPending))[0]?.n

test('leaves are gapless and unique, and every stored root is the root of the leaves before it', async () => {
  for (const entries of [1, 4, 2, 7]) {
    await write(entries)
    expect(await sequence(sequencer.db)).toBe(entries)
  }
  expect(await sequence(sequencer.db)).toBe(0)
  const placed = await leaves()
  expect(placed.map((leaf) => leaf.index)).toEqual(Array.from({ length: 14 }, (_, index) => index))
  expect(new Set(placed.map((leaf) => leaf.entryId)).size).toBe(14)
  const hashes = placed.map((leaf) => leaf.leafHash)
  for (const { size, root } of await roots())
    expect(Buffer.from(root)).toEqual(Buffer.from(rootOf(hashes.slice(0, size))))
  expect((await roots()).map((root) => root.size)).toEqual([1, 5, 7, 14])
  expect(await waiting()).toBe(0)
})

test('more entries than one batch holds are all taken in one pass', async () => {
  await world.owner.db.execute(sql`
    insert into audit_entry (id, at, deed, outcome, object_ids, details, details_commitment)
    select gen_random_uuid(), now() + n * interval '1 microsecond', 'case.read', 'done', '{}', '\\x00', sha256(n::text::bytea)
      from generate_series(1, 4100) n`)
  expect(await sequence(sequencer.db)).toBe(4100)
  const hashes = (await leaves()).map((leaf) => leaf.leafHash)
  expect(Buffer.from((await roots()).at(-1)?.root ?? [])).toEqual(Buffer.from(rootOf(hashes)))
})

test('sequencers at once place each entry once', async () => {
  const pools = [sequencer, asSequencer(), asSequencer()]
  for (let round = 0; round < 5; round++) {
    await write(20)
    await Promise.all(pools.map((pool) => sequence(pool.db)))
  }
  await sequence(sequencer.db)
  const placed = await leaves()
  expect(placed.map((leaf) => leaf.index)).toEqual(Array.from({ length: 100 }, (_, index) => index))
})

test('an entry that commits after later ones were placed is still taken', async () => {
  let late: Promise<unknown> = Promise.resolve()
  await new Promise<void>((written) => {
    late = asNobody(world.house, new Date(Date.now() - 60_000), async (ctx) => {
      await record(ctx, 'account.sign-in')
      written()
      await pause(300)
    })
  })
  await write(3)
  expect(await sequence(sequencer.db)).toBe(3)
  await late
  expect(await sequence(sequencer.db)).toBe(1)
  expect(await leaves()).toHaveLength(4)
})

test('a pass cut off in the middle leaves nothing half done', async () => {
  await write(2)
  await sequence(sequencer.db)
  await write(5)
  const cut = asSequencer()
  const [process] = await cut.sql<{ pid: number }[]>`select pg_backend_pid() as pid`
  await world.owner.db.transaction(async (tx) => {
    await tx.execute(sql`lock table audit_root in exclusive mode`)
    const pass = sequence(cut.db).then(
      () => 'done',
      () => 'cut off',
    )
    await expect
      .poll(async () => {
        return (await world.owner.sql`select from pg_locks where pid = ${process?.pid ?? 0} and not granted`).length
      })
      .toBe(1)
    await cutOff(process?.pid ?? 0)
    expect(await pass).toBe('cut off')
  })
  expect(await leaves()).toHaveLength(2)
  expect(await waiting()).toBe(5)
  expect(await sequence(sequencer.db)).toBe(5)
  const hashes = (await leaves()).map((leaf) => leaf.leafHash)
  expect(Buffer.from((await roots()).at(-1)?.root ?? [])).toEqual(Buffer.from(rootOf(hashes)))
})

test('the sequencer reads no sealed column and no other table', async () => {
  await write(1)
  const refused = (text: string) => expect(sequencer.sql.unsafe(text)).rejects.toMatchObject({ code: '42501' })
  await refused('select details from audit_entry')
  await refused('select id from case_file')
  await refused('select id from account')
  await refused('delete from audit_leaf')
})
