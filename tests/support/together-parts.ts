import { randomUUID } from 'node:crypto'
import { raiseFlag } from '@/db/together/raise-flag'
import type { SceneFile } from './scene'
import type { World } from './world'

export type TogetherParts = { flag: string; glassBreak: string }

/** What colleagues leave on a file beside its record, by the id of each. */
export async function togetherParts(world: World, { id, ref, owner }: SceneFile): Promise<TogetherParts> {
  const glassBreak = randomUUID()
  const guest = await world.person({ role: 'caseworker', teamId: world.south })
  await world.does(owner, raiseFlag, { ref, reason: 'look again' })
  await world.as(guest, ({ vault }) => {
    const reason = vault.sealForHouse('glass_break.reason', glassBreak, Buffer.from('she is at the border'))
    return world.owner.sql`insert into glass_break (id, case_id, user_id, reason, at, until, review_due)
      values (${glassBreak}, ${id}, ${guest.id}, ${reason}, now(), now(), now())`
  })
  const [row] = await world.owner.sql<{ flag: string }[]>`select id as flag from flag where case_id = ${id}`
  if (!row) throw new Error('a flag was expected')
  return { ...row, glassBreak }
}
