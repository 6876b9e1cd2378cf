import { randomUUID } from 'node:crypto'
import { Vault } from '@/db/vault'
import { raiseFlag } from '@/db/together/raise-flag'
import type { SceneFile } from './scene'
import type { World } from './world'

export type TogetherParts = { flag: string; glassBreak: string; referral: string }

/** A third team, so that a file of the first can wait for an answer and still be referred to the second. */
async function aTeam(world: World, vault: Vault): Promise<string> {
  const id = randomUUID()
  const name = vault.sealForHouse('team.name', id, Buffer.from('East team'))
  await world.owner.sql`insert into team (id, name, created_at) values (${id}, ${name}, now())`
  return id
}

/** What colleagues leave on a file beside its record, by the id of each. */
export async function togetherParts(world: World, { id, ref, teamId, owner }: SceneFile): Promise<TogetherParts> {
  const { sql, db } = world.owner
  const vault = await db.transaction((tx) => Promise.resolve(new Vault(tx, world.house, null)))
  const [glassBreak, referral] = [randomUUID(), randomUUID()]
  const guest = await world.person({ role: 'caseworker', teamId: world.south })
  const toTeam = teamId === world.north ? await aTeam(world, vault) : world.north
  const sealed = (field: 'glass_break.reason' | 'referral.reason', of: string) =>
    vault.sealForHouse(field, of, Buffer.from('she is at the border'))
  await world.does(owner, raiseFlag, { ref, reason: 'look again' })
  await sql`insert into glass_break (id, case_id, user_id, reason, at, until, review_due)
    values (${glassBreak}, ${id}, ${guest.id}, ${sealed('glass_break.reason', glassBreak)}, now(), now(), now())`
  await sql`insert into referral (id, case_id, from_team, to_team, reason, recorded_by, recorded_at)
    values (${referral}, ${id}, ${teamId}, ${toTeam}, ${sealed('referral.reason', referral)}, ${owner.id}, now())`
  const [row] = await sql<{ flag: string }[]>`select id as flag from flag where case_id = ${id}`
  if (!row) throw new Error('a flag was expected')
  return { ...row, glassBreak, referral }
}
