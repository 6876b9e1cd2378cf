import { and, eq } from 'drizzle-orm'
import type { DeleteView } from '@/lib/lists/forms'
import { viewKey } from '@/lib/lists/view-key'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { savedViews } from '../schema'
import { findView } from './find-view'

export const deleteView = verb('view.delete', async (ctx: Ctx, input: DeleteView) => {
  const view = await findView(ctx, input)
  const gone = await ctx.db
    .delete(savedViews)
    .where(and(eq(savedViews.id, view.id), eq(savedViews.version, input.version)))
    .returning({ id: savedViews.id })
  if (gone.length === 0) throw new Refusal('conflict')
  await record(ctx, 'view.delete', { objectIds: [view.id], details: { version: input.version } })
  return { list: viewKey(view) }
})
