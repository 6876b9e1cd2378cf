import type { ProposalKind } from '@/lib/cases/proposals'
import { Refusal } from '@/lib/refusal'
import type { FoundFile } from '../cases/find-file'
import type { Ctx } from '../ctx'
import { newId } from '../new-id'
import { proposals } from '../schema'
import { openRuleTask } from '../tasks/rule-task'

const decideWithinMs = 48 * 3_600_000

/** `field` is where the form says that the same is proposed already. */
export type Proposed = { kind: ProposalKind; payload: string; field: string }

/** What another is to decide: it waits on the board of the team, with a task until somebody has. */
export async function propose(ctx: Ctx, file: FoundFile, { kind, payload, field }: Proposed): Promise<string> {
  const id = newId()
  const made = await ctx.db
    .insert(proposals)
    .values({
      id,
      caseId: file.id,
      kind,
      payload: ctx.vault.seal('proposal.payload', { caseId: file.id, rowId: id }, payload),
      proposedBy: ctx.actor.id,
      proposedAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: proposals.id })
  if (made.length === 0) throw new Refusal('invalid', { [field]: 'already-proposed' })
  const dueAt = new Date(ctx.now.getTime() + decideWithinMs)
  const { id: caseId, teamId } = file
  await openRuleTask(ctx, { caseId, teamId, kind: 'decide', aboutId: id, dueAt, ownerId: null })
  return id
}
