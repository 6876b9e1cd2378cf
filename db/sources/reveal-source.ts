import { and, eq } from 'drizzle-orm'
import type { RevealSource } from '@/lib/sources/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { sourceIdentities } from '../schema'

/** Who a source is: one at a time, and each time an entry in the same transaction. */
export const revealSource = verb('source.reveal', async (ctx: Ctx, input: RevealSource) => {
  const file = await findFile(ctx, input.ref, 'source:reveal')
  const [row] = await ctx.db
    .select()
    .from(sourceIdentities)
    .where(and(eq(sourceIdentities.sourceId, input.sourceId), eq(sourceIdentities.caseId, file.id)))
  if (!row) throw new Refusal('not-found')
  await record(ctx, 'source.reveal', { caseId: file.id, teamId: file.teamId, objectIds: [input.sourceId] })
  const place = { caseId: file.id, rowId: input.sourceId }
  return { id: file.id, ref: file.ref, revealed: ctx.vault.open('source_identity.name', place, row.name) }
})
