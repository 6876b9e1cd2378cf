import { and, eq, inArray } from 'drizzle-orm'
import { ProposedOverride } from '@/lib/interventions/forms'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import type { FoundProposal } from '../proposals/settle'
import { interventions } from '../schema'
import { findIntervention, isAuthor } from './find-intervention'

/** The second approver has agreed: the intervention may tell what the override names, while nobody says no to it. */
export async function approveOverride(ctx: Ctx, proposal: FoundProposal): Promise<string[]> {
  const { id, caseId } = proposal
  const text = ctx.vault.openOptional('proposal.payload', { caseId, rowId: id }, proposal.payload)
  if (text === null) throw new Refusal('not-found')
  const { interventionId, version } = ProposedOverride.parse(JSON.parse(text))
  const found = await findIntervention(ctx, caseId, interventionId)
  if (isAuthor(found, ctx.actor.id)) throw new Refusal('forbidden')
  const saved = await ctx.db
    .update(interventions)
    .set({ overrideId: id, version: version + 1 })
    .where(
      and(
        eq(interventions.id, interventionId),
        eq(interventions.version, version),
        inArray(interventions.state, ['draft', 'approved']),
      ),
    )
    .returning({ id: interventions.id })
  if (saved.length === 0) throw new Refusal('invalid', { reason: 'changed-since' })
  return [interventionId]
}
