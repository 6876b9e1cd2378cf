import { z } from 'zod'
import { sql } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import { draftKinds } from '@/lib/intake/drafts'
import { Refusal } from '@/lib/refusal'
import { type Ctx, verb } from '../ctx'

const Listed = z.object({
  id: z.string(),
  kind: z.enum(draftKinds),
  ref: z.string(),
  startedAt: z.coerce.date(),
  savedAt: z.coerce.date(),
  version: z.number().int(),
})
export type ListedDraft = z.output<typeof Listed>

/** The actor's own drafts, the newest first, without a word of what stands in them. */
export const listDrafts = verb('draft.save', async (ctx: Ctx): Promise<ListedDraft[]> => {
  if (!mayEver(ctx.actor.role, 'draft:write')) throw new Refusal('not-found')
  const rows = await ctx.db.execute(
    sql`select id, kind, ref, started_at as "startedAt", saved_at as "savedAt", version from my_drafts()`,
  )
  return z.array(Listed).parse([...rows])
})
