import { expect, test } from 'vitest'
import { drawCases } from '@/db/cases/open-cases'
import { urgentCall } from '../../support/cases'
import { makeWorld } from '../../support/world'

const world = await makeWorld()

/** As if every ref of five signs were that of a file on its way. */
class EveryShortRef extends Set<string> {
  override has(ref: string): boolean {
    return ref.length === 'V-7K3-MQ'.length
  }
}

test('files that are drawn have no ref of those that are being written meanwhile', async () => {
  const worker = await world.person({ role: 'caseworker' })
  const inputs = Array.from({ length: 20 }, () => urgentCall({ name: 'Ryu Han' }))
  const refs = await world.as(worker, async (ctx) => {
    const drawn = await drawCases(ctx, { teamId: world.north, taken: new EveryShortRef() }, inputs)
    return drawn.map(({ rows: { file } }) => file.ref)
  })
  expect(refs.filter((ref) => ref.length === 'V-7K3-MQ4'.length)).toHaveLength(20)
})
