import { randomBytes, randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '@/db/client'
import { tidy } from '@/db/log/tidy'
import { caseReach, formUses, mayExistUses, sessions, throttles } from '@/db/schema'
import { anOpenFile } from '../../support/cases'
import { type World, makeWorld } from '../../support/world'

let world: World
let clock: ReturnType<typeof connect>

beforeAll(async () => {
  world = await makeWorld()
  clock = connect(world.connection('vigil_clock'), 1)
})
afterAll(() => clock.sql.end({ timeout: 2 }))

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

test('what has run out goes, and what has not stays', async () => {
  const [mina, stale, guest] = [
    await world.person({ role: 'caseworker' }),
    await world.person({ role: 'caseworker' }),
    await world.person({ role: 'caseworker' }),
  ]
  const file = await anOpenFile(world, mina)
  const { db } = world.owner
  await db
    .update(sessions)
    .set({ absoluteUntil: daysAgo(1) })
    .where(eq(sessions.id, stale.sessionId))
  const form = (at: Date) => ({ id: randomUUID(), sessionId: mina.sessionId, action: 'case', at })
  await db.insert(formUses).values([form(daysAgo(3)), form(daysAgo(1))])
  const tried = (lastAt: Date) => ({ tag: randomBytes(32), failures: 1, lastAt })
  await db.insert(throttles).values([tried(daysAgo(2)), tried(daysAgo(0))])
  await db.delete(mayExistUses)
  await db.insert(mayExistUses).values([2, 0].map((days) => ({ accountId: mina.id, at: daysAgo(days), n: days })))
  const reach = (userId: string, until: Date) => ({ userId, caseId: file.id, via: 'grant', level: 'read', until })
  await db.insert(caseReach).values([reach(stale.id, daysAgo(1)), reach(guest.id, daysAgo(-1))])

  await tidy(clock.db)

  const ids = (await db.select().from(sessions)).map((row) => row.id)
  expect(ids).toEqual(expect.arrayContaining([mina.sessionId, guest.sessionId]))
  expect(ids).not.toContain(stale.sessionId)
  expect(await db.select().from(formUses)).toHaveLength(1)
  expect(await db.select().from(throttles)).toHaveLength(1)
  expect(await db.select().from(mayExistUses)).toHaveLength(1)
  expect((await db.select().from(caseReach)).map((row) => row.userId).sort()).toEqual([mina.id, guest.id].sort())
})

test('the clock takes away nothing that has not run out, even if it asks', async () => {
  const mina = await world.person({ role: 'caseworker' })
  await clock.db.execute(sql`delete from session`)
  await clock.db.execute(sql`delete from case_reach`)
  expect((await world.owner.db.select().from(sessions)).map((row) => row.id)).toContain(mina.sessionId)
  expect(await world.owner.db.select().from(caseReach)).not.toHaveLength(0)
  await expect(clock.sql`select hash from session`).rejects.toMatchObject({ code: '42501' })
  await expect(clock.sql`delete from audit_entry`).rejects.toMatchObject({ code: '42501' })
})
