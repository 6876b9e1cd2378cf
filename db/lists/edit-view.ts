import { and, eq } from 'drizzle-orm'
import type { EditView } from '@/lib/lists/forms'
import { viewKey } from '@/lib/lists/view-key'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { savedViews } from '../schema'
import { findView } from './find-view'

export const editView = verb('view.edit', async (ctx: Ctx, input: EditView) => {
  const view = await findView(ctx, input)
  const { version, name, shared } = input
  const saved = await ctx.db
    .update(savedViews)
    .set({
      name: ctx.vault.sealForHouse('saved_view.name', view.id, Buffer.from(name)),
      isShared: shared,
      version: version + 1,
    })
    .where(and(eq(savedViews.id, view.id), eq(savedViews.version, version)))
    .returning({ id: savedViews.id })
  if (saved.length === 0) throw new Refusal('conflict')
  await record(ctx, 'view.edit', { objectIds: [view.id], details: { version, shared } })
  return { list: viewKey(view) }
})
