import { dayEndIn } from '@/lib/dates/calendar'
import type { SubmitIntervention } from '@/lib/interventions/forms'
import { replyDays } from '@/lib/interventions/interventions'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { askOnceMore, awaitReply } from '../tasks/await-reply'
import { assertCovered } from './assert-covered'
import { findIntervention } from './find-intervention'
import { stepOn } from './write-step'

const day = 86_400_000

function replyDueAt(ctx: Ctx, asked: string | undefined): Date {
  if (asked === undefined) return new Date(ctx.now.getTime() + replyDays * day)
  const due = dayEndIn(asked, ctx.actor.timeZone)
  if (due < ctx.now) throw new Refusal('invalid', { replyDue: 'not-ahead' })
  return due
}

/** It goes out now, and only where all that it tells may be told at this moment, whatever was so when it was approved. */
export const submitIntervention = verb('intervention.submit', async (ctx: Ctx, input: SubmitIntervention) => {
  const file = await findFile(ctx, input.ref, 'case:edit')
  const { interventionId, version, note, replyDue } = input
  const found = await findIntervention(ctx, file.id, interventionId)
  const dueAt = replyDueAt(ctx, replyDue)
  const consents = await assertCovered(ctx, found)
  const set = { submittedAt: ctx.now, replyDueAt: dueAt }
  await stepOn(ctx, found, { state: 'submitted', version, note, consents, set })
  await awaitReply(ctx, file, { id: interventionId, dueAt })
  const { type, mechanism, disclosed, overrideId } = found
  if (mechanism === 'SPECIAL_PROCEDURES') await askOnceMore(ctx, file, consents)
  const details = { type, mechanism, disclosed, version, isOverride: overrideId !== null }
  const objectIds = [interventionId, ...consents]
  await record(ctx, 'intervention.submit', { caseId: file.id, teamId: file.teamId, objectIds, details })
  return { id: file.id, ref: file.ref, interventionId }
})
