import { mayEver } from '@/lib/access/can'
import type { SaveView } from '@/lib/lists/forms'
import { partsOfKey } from '@/lib/lists/view-key'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { savedViews } from '../schema'

/** Keeps a list under a name; shared, colleagues of the team have its link, and each opens it with an own reach. */
export const saveView = verb('view.save', async (ctx: Ctx, { list, name, shared }: SaveView) => {
  if (!mayEver(ctx.actor.role, 'case:read')) throw new Refusal('forbidden')
  const id = newId()
  await ctx.db.insert(savedViews).values({
    id,
    ownerId: ctx.actor.id,
    teamId: ctx.actor.teamId,
    name: ctx.vault.sealForHouse('saved_view.name', id, Buffer.from(name)),
    ...partsOfKey(list),
    isShared: shared,
    savedAt: ctx.now,
  })
  await record(ctx, 'view.save', { objectIds: [id], details: { shared } })
  return { viewId: id, list }
})
