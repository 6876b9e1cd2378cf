import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readHealth } from '@/db/house/read-health'
import { auditEntries } from '@/db/schema'
import { type World, makeWorld } from '../../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const place = { keysDir: '/srv/keys', world: 'own', embedded: true } as const

test('the admin reads how the house is, and the reading is an entry', async () => {
  const admin = await world.person({ role: 'admin' })
  const health = await world.does(admin, readHealth, place)
  expect(health).toMatchObject({ ...place, database: expect.stringMatching(/^1\d\./) })
  expect(health.jobs).toEqual({ waiting: 0, failed: 0, lastFinished: null })
  expect(health.log).toMatchObject({ waiting: expect.any(Number), leaves: 0 })
  const entries = await world.owner.db.select().from(auditEntries).where(eq(auditEntries.actorId, admin.id))
  expect(entries.map((entry) => entry.deed)).toEqual(['health.read'])
})

test.each(['caseworker', 'coordinator', 'auditor'] as const)('a %s does not read how the house is', async (role) => {
  const person = await world.person({ role })
  await expect(world.does(person, readHealth, place)).rejects.toMatchObject({ code: 'forbidden' })
})
