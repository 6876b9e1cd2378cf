import { addDays, dayIn } from '@/lib/dates/calendar'
import { isFuture, possibleDays } from '@/lib/dates/compare'
import type { PartialDate } from '@/lib/dates/partial-date'
import type { TellOutcome } from '@/lib/interventions/forms'
import { replyDays } from '@/lib/interventions/interventions'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { awaitReply, endWaiting, replyCame } from '../tasks/await-reply'
import { type FoundIntervention, findIntervention } from './find-intervention'
import { stepOn } from './write-step'

const day = 86_400_000

/** No body answers before it was written to; a day on each side is left to time zones. */
function assertInTime(ctx: Ctx, { submittedAt }: FoundIntervention, at: PartialDate): void {
  if (isFuture(at, ctx.now)) throw new Refusal('invalid', { at: 'future-date' })
  const sent = submittedAt && addDays(dayIn(submittedAt, 'UTC'), -1)
  const latest = possibleDays(at).to
  if (sent && latest !== null && latest < sent) throw new Refusal('invalid', { at: 'before-sending' })
}

/** Sixty days from the day on which the body handed it to the state; no other step moves the day. */
function dueAfter(ctx: Ctx, { state, at }: TellOutcome): Date | null | undefined {
  if (state === 'replied' || state === 'closed') return null
  if (state !== 'transmitted_to_state') return undefined
  const handedOver = at.to ?? at.from
  const from = handedOver === null ? ctx.now.getTime() : Math.min(Date.parse(handedOver), ctx.now.getTime())
  return new Date(from + replyDays * day)
}

/** What the body said or did, and what came of it, harm too. */
export const tellOutcome = verb('intervention.tell', async (ctx: Ctx, input: TellOutcome) => {
  const file = await findFile(ctx, input.ref, 'case:edit')
  const { interventionId, version, state, at, outcome, impact, note } = input
  const found = await findIntervention(ctx, file.id, interventionId)
  assertInTime(ctx, found, at)
  const due = dueAfter(ctx, input)
  const set = due === undefined ? {} : { replyDueAt: due }
  await stepOn(ctx, found, { state, version, at: at.edtf, outcome, impact, note, set })
  if (due) await awaitReply(ctx, file, { id: interventionId, dueAt: due })
  if (state === 'replied') await replyCame(ctx, { caseId: file.id, id: interventionId })
  if (state === 'closed') await endWaiting(ctx, { caseId: file.id, id: interventionId })
  const details = { state, outcome, impact, version }
  const objectIds = [interventionId]
  await record(ctx, 'intervention.tell', { caseId: file.id, teamId: file.teamId, objectIds, details })
  return { id: file.id, ref: file.ref, interventionId }
})
