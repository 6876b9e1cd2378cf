import { and, asc, eq, ne } from 'drizzle-orm'
import { staffNames } from '../accounts/list-staff'
import type { Ctx } from '../ctx'
import { caseFiles, proposals } from '../schema'

const waitingMax = 20

export type WaitingProposal = { id: string; ref: string; kind: string; by: string | null; at: Date }

/** What waits for a decision in the open files of a team within reach, the oldest first. No name of a person is opened. */
export async function waitingProposals(ctx: Ctx, teamId: string): Promise<WaitingProposal[]> {
  const rows = await ctx.db
    .select({
      id: proposals.id,
      ref: caseFiles.ref,
      kind: proposals.kind,
      by: proposals.proposedBy,
      at: proposals.proposedAt,
    })
    .from(proposals)
    .innerJoin(caseFiles, eq(caseFiles.id, proposals.caseId))
    .where(and(eq(proposals.state, 'waiting'), eq(caseFiles.teamId, teamId), ne(caseFiles.workflow, 'closed')))
    .orderBy(asc(proposals.proposedAt), proposals.id)
    .limit(waitingMax)
  const names = await staffNames(
    ctx,
    rows.map(({ by }) => by).filter((by) => by !== null),
  )
  return rows.map((row) => ({ ...row, by: row.by === null ? null : (names.get(row.by) ?? '—') }))
}
