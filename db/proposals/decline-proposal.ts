import type { DeclineProposal, WithdrawProposal } from '@/lib/decisions/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { findProposal, settle } from './settle'

/** A second person disagrees and says why; the file stays as it is. */
export const declineProposal = verb('proposal.decline', async (ctx: Ctx, input: DeclineProposal) => {
  const file = await findFile(ctx, input.ref, 'proposal:decide')
  const found = await findProposal(ctx, file.id, input.proposalId)
  if (found.proposedBy === ctx.actor.id) throw new Refusal('forbidden')
  await settle(ctx, found, { state: 'declined', version: input.version, reason: input.reason })
  const details = { kind: found.kind }
  await record(ctx, 'proposal.decline', { caseId: file.id, teamId: file.teamId, objectIds: [found.id], details })
  return { id: file.id, ref: file.ref }
})

/** Whoever proposed something may take it back while it waits; nobody else may. */
export const withdrawProposal = verb('proposal.withdraw', async (ctx: Ctx, input: WithdrawProposal) => {
  const file = await findFile(ctx, input.ref, 'case:edit')
  const found = await findProposal(ctx, file.id, input.proposalId)
  if (found.proposedBy !== ctx.actor.id) throw new Refusal('forbidden')
  await settle(ctx, found, { state: 'withdrawn', version: input.version, reason: undefined })
  const details = { kind: found.kind }
  await record(ctx, 'proposal.withdraw', { caseId: file.id, teamId: file.teamId, objectIds: [found.id], details })
  return { id: file.id, ref: file.ref }
})
