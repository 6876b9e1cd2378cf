import type { World } from './world'

export type EntryRow = { deed: string; outcome: string; actor: string | null; objects: string[]; team: string | null }

/** The entries of the log about an object, or by an actor, oldest first, read as the owner of the database. */
export async function entriesAbout(world: World, id: string): Promise<EntryRow[]> {
  const rows = await world.owner.sql<EntryRow[]>`
    select deed, outcome, actor_id as actor, object_ids::text[] as objects, team_id as team
      from audit_entry where ${id}::uuid = any(object_ids) order by at, id`
  return [...rows]
}
