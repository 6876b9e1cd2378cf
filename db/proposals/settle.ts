import { and, eq } from 'drizzle-orm'
import type { ProposalKind, ProposalState } from '@/lib/cases/proposals'
import { proposalKinds } from '@/lib/cases/proposals'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { proposals } from '../schema'
import { closeRuleTasks } from '../tasks/rule-task'

export type FoundProposal = typeof proposals.$inferSelect & { kind: ProposalKind }

/** A proposal of this very file, or not found. */
export async function findProposal(ctx: Ctx, caseId: string, proposalId: string): Promise<FoundProposal> {
  const [row] = await ctx.db
    .select()
    .from(proposals)
    .where(and(eq(proposals.id, proposalId), eq(proposals.caseId, caseId)))
  const kind = proposalKinds.find((word) => word === row?.kind)
  if (!row || !kind) throw new Refusal('not-found')
  return { ...row, kind }
}

export type Settled = { state: Exclude<ProposalState, 'waiting'>; version: number; reason: string | undefined }

/** Ends the waiting of a proposal; what another has settled meanwhile is a conflict. */
export async function settle(ctx: Ctx, found: FoundProposal, { state, version, reason }: Settled): Promise<void> {
  const { id, caseId } = found
  const rows = await ctx.db
    .update(proposals)
    .set({
      state,
      decidedBy: ctx.actor.id,
      decidedAt: ctx.now,
      reason: ctx.vault.sealOptional('proposal.reason', { caseId, rowId: id }, reason),
      version: version + 1,
    })
    .where(and(eq(proposals.id, id), eq(proposals.version, version), eq(proposals.state, 'waiting')))
    .returning({ id: proposals.id })
  if (rows.length === 0) throw new Refusal('conflict')
  await closeRuleTasks(ctx, { caseId, kind: 'decide', aboutId: id })
}
