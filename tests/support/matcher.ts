import { afterAll, inject } from 'vitest'
import { openHouse } from '@/db/house'
import { openKeyring } from '@/db/keyring'
import { searchStep } from '@/db/matches/search-step'
import type { World } from './world'

/** The matcher at work in a test's own database: one step, or all there is to do. */
export async function makeMatcher(world: World) {
  const house = await openHouse(world.connection('vigil_matcher'), openKeyring(inject('cluster').keysDir), 1)
  afterAll(() => house.close())
  const step = () => searchStep(house, new Date())
  const finish = async () => {
    while (await step());
  }
  return { house, step, finish }
}
