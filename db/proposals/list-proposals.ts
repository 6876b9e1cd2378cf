import { desc, eq } from 'drizzle-orm'
import { ProposedClosing } from '@/lib/decisions/forms'
import { ProposedOverride } from '@/lib/interventions/forms'
import { readEntryText } from '@/lib/situations/proposed-entry'
import type { Ctx } from '../ctx'
import { proposals } from '../schema'

const proposalsMax = 100

type Row = typeof proposals.$inferSelect

const nothing = { entry: null, closing: null, override: null }

/** What was proposed, opened: an entry, why the file is to close, or what is to be told without consent; none where a rule proposed it. */
function contents(ctx: Ctx, { id, caseId, kind, payload }: Row) {
  const text = ctx.vault.openOptional('proposal.payload', { caseId, rowId: id }, payload)
  if (text === null) return nothing
  if (kind === 'closing') return { ...nothing, closing: ProposedClosing.parse(JSON.parse(text)) }
  if (kind === 'disclosure') return { ...nothing, override: ProposedOverride.parse(JSON.parse(text)) }
  return { ...nothing, entry: readEntryText(text) }
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
