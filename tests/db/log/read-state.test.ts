import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { record } from '@/db/audit'
import { connect } from '@/db/client'
import { asNobody } from '@/db/ctx'
import { readState } from '@/db/log/read-state'
import { sequence } from '@/db/log/sequence'
import { auditEntries, auditRoots } from '@/db/schema'
import { type World, makeWorld } from '../../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const refusedAt = (at: Date) =>
  asNobody(world.house, at, (ctx) => record(ctx, 'account.sign-in', { outcome: 'refused' }))

test('the auditor reads how the log stands, and the reading is an entry', async () => {
  const auditor = await world.person({ role: 'auditor' })
  await refusedAt(new Date(Date.now() - 2 * 86_400_000))
  await refusedAt(new Date(Date.now() - 60_000))
  const sequencer = connect(world.connection('vigil_sequencer'), 1)
  await sequence(sequencer.db)
  await sequencer.sql.end({ timeout: 2 })
  const late = new Date(Date.now() - 1_000)
  await refusedAt(late)
  const state = await world.does(auditor, readState, undefined)
  const [root] = await world.owner.db.select().from(auditRoots)
  expect(state).toEqual({
    leaves: 2,
    root: Buffer.from(root?.root ?? []).toString('hex'),
    rootAt: root?.at,
    lastEntryAt: late,
    waiting: 1,
    oldestWaiting: late,
    refusals: 2,
    refusalsMax: 1000,
  })
  const entries = await world.owner.db.select().from(auditEntries).where(eq(auditEntries.actorId, auditor.id))
  expect(entries.map((entry) => entry.deed)).toEqual(['home.read'])
})

test.each(['caseworker', 'coordinator', 'admin'] as const)('a %s does not read how the log stands', async (role) => {
  const person = await world.person({ role })
  await expect(world.does(person, readState, undefined)).rejects.toMatchObject({ code: 'forbidden' })
})
