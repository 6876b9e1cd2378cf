import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../ctx'
import { findInterview } from '../drafts/find-draft'
import { drafts } from '../schema'

/** Takes out of the actor's draft what has been recorded by now; a draft with nothing left in it goes. */
export async function settleDraft(ctx: Ctx, caseId: string, isSettled: (field: string) => boolean): Promise<void> {
  const draft = await findInterview(ctx, caseId)
  if (!draft) return
  const left = Object.entries(draft.fields).filter(([field]) => !isSettled(field))
  const mine = and(eq(drafts.id, draft.id), eq(drafts.version, draft.version))
  if (left.every(([, value]) => value === '')) {
    await ctx.db.delete(drafts).where(mine)
    return
  }
  const typed = JSON.stringify({ page: draft.page, fields: Object.fromEntries(left) })
  await ctx.db
    .update(drafts)
    .set({ typed: ctx.vault.seal('draft.typed', { caseId, rowId: draft.id }, typed), version: draft.version + 1 })
    .where(mine)
}
