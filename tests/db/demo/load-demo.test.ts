import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { loadDemo } from '@/db/demo/load-demo'
import { openHouse } from '@/db/house'
import { openKeyring } from '@/db/keyring'
import { situations } from '@/lib/situations/situations'
import { type World, makeWorld } from '../../support/world'

let world: World

beforeAll(async () => {
  world = await makeWorld()
  const owner = await openHouse(world.connection('vigil_owner'), openKeyring(inject('cluster').keysDir), 1)
  afterAll(() => owner.close())
  const started = Date.now()
  await loadDemo({ owner, app: world.house, password: 'a quiet owl keeps watch', now: new Date() })
  console.info(`demo in ${Date.now() - started} ms`)
})

const count = async (asked: string) => {
  const [row] = await world.owner.sql.unsafe<{ n: number }[]>(`select (${asked})::int as n`)
  return row?.n ?? 0
}

test('the demonstration holds about sixty files over five years, in every situation', async () => {
  expect(await count('select count(*) from case_file')).toBe(60)
  expect(await count(`select max(now()::date - opened_at::date) from case_file`)).toBeGreaterThan(4.5 * 365)
  const rows = await world.owner.sql<{ situation: string }[]>`select distinct situation from case_file`
  expect(rows.map(({ situation }) => situation).sort()).toEqual([...situations].sort())
})
