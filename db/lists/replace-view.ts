import { and, eq } from 'drizzle-orm'
import type { ReplaceView } from '@/lib/lists/forms'
import { partsOfKey } from '@/lib/lists/view-key'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { savedViews } from '../schema'
import { findView } from './find-view'

/** Puts the list that is shown into a view of one's own, under its name and for whom it is shared with. */
export const replaceView = verb('view.replace', async (ctx: Ctx, input: ReplaceView) => {
  const view = await findView(ctx, input)
  const { version, list } = input
  const saved = await ctx.db
    .update(savedViews)
    .set({ ...partsOfKey(list), savedAt: ctx.now, version: version + 1 })
    .where(and(eq(savedViews.id, view.id), eq(savedViews.version, version)))
    .returning({ id: savedViews.id })
  if (saved.length === 0) throw new Refusal('conflict')
  await record(ctx, 'view.replace', { objectIds: [view.id], details: { version, ...partsOfKey(list) } })
  return { list }
})
