import { desc, eq } from 'drizzle-orm'
import { ProposedClosing } from '@/lib/decisions/forms'
import { readEntryText } from '@/lib/situations/proposed-entry'
import type { Ctx } from '../ctx'
import { proposals } from '../schema'

const proposalsMax = 100

type Row = typeof proposals.$inferSelect

/** What was proposed, opened: an entry, or why the file is to close; neither where a rule proposed it. */
function contents(ctx: Ctx, { id, caseId, kind, payload }: Row) {
  const text = ctx.vault.openOptional('proposal.payload', { caseId, rowId: id }, payload)
  if (text === null) return { entry: null, closing: null }
  return kind === 'closing'
    ? { entry: null, closing: ProposedClosing.parse(JSON.parse(text)) }
    : { entry: readEntryText(text), closing: null }
}

/** What is and was proposed for a file, the newest first. */
export async function listProposals(ctx: Ctx, caseId: string) {
  const rows = await ctx.db
    .select()
    .from(proposals)
    .where(eq(proposals.caseId, caseId))
    .orderBy(desc(proposals.proposedAt), desc(proposals.id))
    .limit(proposalsMax)
  return rows.map((row) => {
    const { id, kind, state, proposedBy, proposedAt, decidedBy, decidedAt, version } = row
    return {
      ...{ id, kind, state, proposedBy, proposedAt, decidedBy, decidedAt, version },
      ...contents(ctx, row),
      reason: ctx.vault.openOptional('proposal.reason', { caseId, rowId: id }, row.reason),
    }
  })
}

export type ProposalView = Awaited<ReturnType<typeof listProposals>>[number]
