import { expect, test } from 'vitest'
import { join } from '@/db/accounts/join'
import { asNobody } from '@/db/ctx'
import { foundWorld } from '@/db/worlds/found-world'
import { Found } from '@/lib/accounts/forms'
import { makeWorld } from '../../support/world'

test('a founder whose link was lost gets another at the next start, though the other has joined, until both have', async () => {
  const world = await makeWorld()
  await world.owner.sql`delete from team`
  const house = { ...world.house, db: world.owner.db }
  const first = await foundWorld(house, new Date())
  const password = 'a password that is long'
  const joins = (token: string | undefined, given: Record<string, string>) =>
    asNobody(world.house, new Date(), (ctx) =>
      join(ctx, { ...Found.parse({ token, password, again: password, ...given }), ...given }),
    )
  await joins(first?.admin, { email: 'first@own.example', name: 'First' })
  const second = await foundWorld(house, new Date())
  expect(second?.admin).toBeUndefined()
  expect(second?.coordinator).toBeDefined()
  const stale = joins(first?.coordinator, { email: 'second@own.example', name: 'Second', teamName: 'North' })
  await expect(stale).rejects.toMatchObject({ code: 'not-found' })
  await joins(second?.coordinator, { email: 'second@own.example', name: 'Second', teamName: 'North' })
  expect(await foundWorld(house, new Date())).toBeNull()
})
