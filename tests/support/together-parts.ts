import { raiseFlag } from '@/db/together/raise-flag'
import type { SceneFile } from './scene'
import type { World } from './world'

export type TogetherParts = { flag: string }

/** What colleagues leave on a file beside its record, by the id of each. */
export async function togetherParts(world: World, { id, ref, owner }: SceneFile): Promise<TogetherParts> {
  await world.does(owner, raiseFlag, { ref, reason: 'look again' })
  const [row] = await world.owner.sql<TogetherParts[]>`select id as flag from flag where case_id = ${id}`
  if (!row) throw new Error('a flag was expected')
  return row
}
