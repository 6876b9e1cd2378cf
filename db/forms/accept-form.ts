import { eq } from 'drizzle-orm'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { formUses } from '../schema'

/** Takes a one-time form id; the answer it already has, where it was taken before. */
export async function acceptForm(
  ctx: Ctx,
  form: { id: string; action: string },
): Promise<{ next: string | null } | null> {
  const { id, action } = form
  const taken = await ctx.db
    .insert(formUses)
    .values({ id, action, sessionId: ctx.actor.sessionId, at: ctx.now })
    .onConflictDoNothing()
    .returning({ id: formUses.id })
  if (taken.length > 0) return null
  const [first] = await ctx.db.select({ next: formUses.next }).from(formUses).where(eq(formUses.id, id))
  if (!first) throw new Refusal('forged')
  return first
}

const idIn = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'ref' in value
    ? value.id
    : null

/** Keeps where the first post led, and which file it was done on: the page that follows is no second read. */
export async function keepAnswer(ctx: Ctx, answer: { id: string; next: string | null; value: unknown }): Promise<void> {
  await ctx.db
    .update(formUses)
    .set({ next: answer.next, caseId: idIn(answer.value) })
    .where(eq(formUses.id, answer.id))
}
