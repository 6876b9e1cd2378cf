import type { Ctx } from '../ctx'
import { formUses } from '../schema'

/**
 * Takes the id that a page drew for its draft. Whoever comes second, a first save or the opening itself, waits for the
 * other and learns that it was taken: so no draft is begun behind a file that has just been opened from the same page.
 */
export async function claimDraft(ctx: Ctx, id: string): Promise<boolean> {
  const taken = await ctx.db
    .insert(formUses)
    .values({ id, action: 'draft.save', sessionId: ctx.actor.sessionId, at: ctx.now, shown: true })
    .onConflictDoNothing()
    .returning({ id: formUses.id })
  return taken.length > 0
}
