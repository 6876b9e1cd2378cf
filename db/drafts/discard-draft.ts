import { and, eq, sql } from 'drizzle-orm'
import type { DiscardDraft } from '@/lib/intake/drafts'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { drafts } from '../schema'
import { findDraft } from './find-draft'

/** Throws a draft away. With one that has opened no file, the keys go that could have read any copy of it. */
export const discardDraft = verb('draft.discard', async (ctx: Ctx, input: DiscardDraft): Promise<{ kind: string }> => {
  const found = await findDraft(ctx, input.draft)
  if (!found) throw new Refusal('not-found')
  if (found.version !== input.version) throw new Refusal('conflict', undefined, { version: String(found.version) })
  const { id, caseId, kind } = found
  await record(ctx, 'draft.discard', { caseId, objectIds: [id] })
  if (kind === 'opening') await ctx.db.execute(sql`select discard_draft(${id}::uuid)`)
  else await ctx.db.delete(drafts).where(and(eq(drafts.id, id), eq(drafts.version, found.version)))
  return { kind }
})
