import { beforeEach, expect, test } from 'vitest'
import { assignCase } from '@/db/cases/assign-case'
import { giveGrant, revokeGrant } from '@/db/cases/give-grant'
import { readCase } from '@/db/cases/read-case'
import { GiveGrant } from '@/lib/cases/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let lead: Person
let guest: Person
let file: { id: string; ref: string }

beforeEach(async () => {
  world = await makeWorld()
  lead = await world.person({ role: 'coordinator' })
  guest = await world.person({ role: 'caseworker', teamId: world.south })
  file = await anOpenFile(world, await world.person({ role: 'caseworker' }))
})

const give = (level: string, days: string) =>
  world.does(lead, giveGrant, GiveGrant.parse({ ref: file.ref, email: guest.email, level, days, reason: 'asked for' }))

const live = () => world.owner.sql<{ id: string; level: string; version: number; until: Date }[]>`
  select id, level, version, until from access_grant where revoked_at is null`

const reach = () => world.owner.sql`select level, until from case_reach where user_id = ${guest.id}`

test('a new grant takes the place of the one before: what is shown as live is what is in reach', async () => {
  await give('work', '90')
  await give('read', '1')
  const grants = await live()
  expect(grants.map(({ level }) => level)).toEqual(['read'])
  expect(await reach()).toEqual([{ level: 'read', until: grants[0]?.until }])
})

test('a revoked grant opens nothing at the next request', async () => {
  await give('work', '90')
  await expect(world.as(guest, (ctx) => readCase(ctx, { ref: file.ref }))).resolves.toMatchObject({ ref: file.ref })
  const [grant] = await live()
  await world.does(lead, revokeGrant, { ref: file.ref, grantId: grant?.id ?? '', version: 1 })
  await expect(world.as(guest, (ctx) => readCase(ctx, { ref: file.ref }))).rejects.toMatchObject({ code: 'not-found' })
  expect(await reach()).toEqual([])
})

test('of two who assign a file at once one is told of the conflict, and the log holds one assignment', async () => {
  const others = [await world.person({ role: 'caseworker' }), await world.person({ role: 'caseworker' })]
  const answers = await Promise.allSettled(
    others.map((other) => world.does(lead, assignCase, { ref: file.ref, version: 1, owner: other.id })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
  expect(await world.owner.sql`select 1 from audit_entry where deed = 'case.assign'`).toHaveLength(1)
  const owners = await world.owner.sql`
    select r.user_id from case_reach r join case_file c on c.id = r.case_id and c.owner_id = r.user_id where r.via = 'owner'`
  expect(owners).toHaveLength(1)
})
