import type { ProposalKind } from '@/lib/cases/proposals'
import { previousOf } from '@/lib/situations/admit-entry'
import type { RecordSituation } from '@/lib/situations/forms'
import { deciderOf } from '@/lib/situations/life-cycle'
import { entryText } from '@/lib/situations/proposed-entry'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { propose } from '../proposals/propose'
import type { EntryShape } from './entry-rows'
import { asserted } from './projection'
import { receiveGoodNews } from './receive-good-news'
import { assertAdmitted, staleFile, writeEntry } from './write-entry'

/** A death is judged here as if its second person had agreed; the entry is written once one has. */
const secondPerson = 'whoever approves'

/** What this person may only propose: a death always, that somebody is missing unless they decide such things. */
function proposalOf(ctx: Ctx, history: readonly EntryShape[], input: RecordSituation): ProposalKind | null {
  if (input.stance === 'denies') return null
  const decider = deciderOf(previousOf(asserted(history), input, ctx.now)?.situation ?? null, input.situation)
  if (decider === 'two-people') return 'deceased'
  if (decider === 'caseworker' || ctx.actor.role === 'coordinator') return null
  if (input.situation !== 'MISSING') throw new Refusal('invalid', { situation: 'coordinator-decides' })
  return 'missing'
}

function assertGoodNews({ situation, stance, speaksForSelf }: RecordSituation): void {
  const isSafe = (situation === 'SHELTERED' || situation === 'RESETTLED') && stance !== 'denies'
  if (speaksForSelf && !isSafe) throw new Refusal('invalid', { speaksForSelf: 'only-in-safety' })
}

/** Adds an entry and its claims, or proposes it where another decides. */
export const recordSituation = verb('situation.record', async (ctx: Ctx, input: RecordSituation) => {
  const file = await findFile(ctx, input.ref, 'situation:record')
  if (file.version !== input.version) throw staleFile(file)
  assertGoodNews(input)
  const standing = await assertAdmitted(ctx, file, { input, approvedBy: secondPerson })
  const about = { caseId: file.id, teamId: file.teamId }
  const kind = proposalOf(ctx, standing.history, input)
  if (kind) {
    const id = await propose(ctx, file, { kind, payload: entryText(input), field: 'situation' })
    await record(ctx, 'proposal.make', { ...about, objectIds: [id], details: { kind } })
    return { id: file.id, ref: file.ref, proposed: true }
  }
  const entryId = await writeEntry(ctx, file, { ...standing, input, recordedBy: ctx.actor.id })
  if (input.speaksForSelf) await receiveGoodNews(ctx, file, entryId)
  const { situation, speaksForSelf, version } = input
  const details = { situation, correction: input.correctionOf !== undefined, speaksForSelf, version }
  await record(ctx, 'situation.record', { ...about, objectIds: [entryId], details })
  return { id: file.id, ref: file.ref, proposed: false }
})
