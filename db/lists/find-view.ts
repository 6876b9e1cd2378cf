import { eq } from 'drizzle-orm'
import { viewKey } from '@/lib/lists/view-key'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { savedViews } from '../schema'

/** An own view in the version somebody looked at. One of a colleague may be used and not changed. */
export async function findView(ctx: Ctx, { viewId, version }: { viewId: string; version: number }) {
  const [view] = await ctx.db.select().from(savedViews).where(eq(savedViews.id, viewId))
  if (!view) throw new Refusal('not-found')
  if (view.ownerId !== ctx.actor.id) throw new Refusal('forbidden')
  if (view.version !== version) {
    const name = ctx.vault.openForHouse('saved_view.name', view.id, view.name).toString('utf8')
    throw new Refusal('conflict', undefined, {
      name,
      list: viewKey(view),
      shared: view.isShared ? 'on' : '',
      version: String(view.version),
    })
  }
  return view
}
