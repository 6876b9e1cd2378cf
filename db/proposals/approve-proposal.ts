import { and, eq, sql } from 'drizzle-orm'
import type { ApproveProposal } from '@/lib/decisions/forms'
import { type ProposedEntry, readEntryText } from '@/lib/situations/proposed-entry'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type FoundFile, findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { approveOverride } from '../interventions/approve-override'
import { people } from '../schema'
import { assertAdmitted, writeEntry } from '../situations/write-entry'
import { openRuleTask } from '../tasks/rule-task'
import { closeApproved } from './close-approved'
import { type FoundProposal, findProposal, settle } from './settle'

const tellKinWithinMs = 7 * 86_400_000

/** What a rule proposed has nobody's word: whoever approves it names the source it rests on. */
function ruleEntry({ sourceId, credibility, reason }: ApproveProposal): ProposedEntry {
  const problems = {
    ...(!sourceId && { sourceId: 'required' }),
    ...(!credibility && { credibility: 'required' }),
  }
  if (!sourceId || !credibility) throw new Refusal('invalid', problems)
  return { situation: 'MISSING', sourceId, credibility, account: reason, speaksForSelf: false }
}

function entryOf(ctx: Ctx, found: FoundProposal, input: ApproveProposal): ProposedEntry {
  const { id, caseId, payload } = found
  const text = ctx.vault.openOptional('proposal.payload', { caseId, rowId: id }, payload)
  return text === null ? ruleEntry(input) : readEntryText(text)
}

function tellKin(ctx: Ctx, { id: caseId, teamId, ownerId }: FoundFile, aboutId: string) {
  const dueAt = new Date(ctx.now.getTime() + tellKinWithinMs)
  return openRuleTask(ctx, { title: 'tell-kin', kind: 'visit-later', caseId, teamId, ownerId, aboutId, dueAt })
}

type Approved = { found: FoundProposal; input: ProposedEntry }

/** The file says so now, in the name of whoever proposed it. Admission has asked for a claim that is probable at least. */
async function enter(ctx: Ctx, file: FoundFile, { found, input }: Approved): Promise<string> {
  const standing = await assertAdmitted(ctx, file, { input, approvedBy: ctx.actor.id })
  const entryId = await writeEntry(ctx, file, { ...standing, input, recordedBy: found.proposedBy ?? ctx.actor.id })
  if (found.kind !== 'deceased') return entryId
  await ctx.db
    .update(people)
    .set({ fate: 'dead', version: sql`${people.version} + 1` })
    .where(and(eq(people.id, standing.subjectId), eq(people.caseId, file.id)))
  await tellKin(ctx, file, found.id)
  return entryId
}

async function doApproved(
  ctx: Ctx,
  file: FoundFile,
  { found, input }: { found: FoundProposal; input: ApproveProposal },
): Promise<string[]> {
  if (found.kind === 'closing') return closeApproved(ctx, file, { found, dropTasks: input.dropTasks })
  if (found.kind === 'disclosure') return approveOverride(ctx, found)
  return [await enter(ctx, file, { found, input: entryOf(ctx, found, input) })]
}

/** A second person agrees, and what was proposed is done in the same transaction. Nobody decides his own. */
export const approveProposal = verb('proposal.approve', async (ctx: Ctx, input: ApproveProposal) => {
  const file = await findFile(ctx, input.ref, 'proposal:decide')
  const found = await findProposal(ctx, file.id, input.proposalId)
  if (found.proposedBy === ctx.actor.id) throw new Refusal('forbidden')
  const { version, reason } = input
  await settle(ctx, found, { state: 'approved', version, reason })
  const objectIds = await doApproved(ctx, file, { found, input })
  await record(ctx, 'proposal.approve', {
    caseId: file.id,
    teamId: file.teamId,
    objectIds: [found.id, ...objectIds],
    details: { kind: found.kind, proposedBy: found.proposedBy, approvedBy: ctx.actor.id },
  })
  return { id: file.id, ref: file.ref }
})
