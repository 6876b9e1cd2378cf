import { record } from '../audit'
import type { Ctx } from '../ctx'
import { newId } from '../new-id'
import { formUses } from '../schema'
import type { HeldDraft } from './find-draft'

/** One entry for each draft and session, whether it is read or written first; the many saves after it leave none. */
export async function noteDraft(ctx: Ctx, draft: Pick<HeldDraft, 'id' | 'caseId' | 'noted'>): Promise<void> {
  if (draft.noted) return
  const { id, caseId } = draft
  await Promise.all([
    record(ctx, 'draft.save', { caseId, objectIds: [id] }),
    ctx.db.insert(formUses).values({
      id: newId(),
      action: 'draft.save',
      sessionId: ctx.actor.sessionId,
      at: ctx.now,
      caseId,
      shown: true,
    }),
  ])
}
