import { eq } from 'drizzle-orm'
import { attemptTime, hourText } from '@/lib/contacts/attempt-time'
import { dayIn } from '@/lib/dates/calendar'
import { instantOf } from '@/lib/dates/wall-time'
import type { RecordContact } from '@/lib/people/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type FoundFile, findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { findPerson } from '../people/find-person'
import { caseFiles, contactLogs } from '../schema'
import { closeRuleTasks, openRuleTask } from '../tasks/rule-task'
import { assertAdmitted, assertOtherWay } from './assert-admitted'
import { findChannel } from './find-channel'
import { followChannel } from './follow-channel'
import { silenceEnded } from './silence-ended'

const usualTime = '09:00'

/** A contact has taken place: its day is over or today where the worker is, and its hour has struck. */
function assertPast(ctx: Ctx, { at, hour }: RecordContact): void {
  const today = dayIn(ctx.now, ctx.actor.timeZone)
  if (at.from !== null && at.from > today) throw new Refusal('invalid', { at: 'future-date' })
  if (hour === undefined) return
  const time = attemptTime(at, hourText(hour, ctx.actor.timeZone))
  if (!time) throw new Refusal('invalid', { at: 'day-needed' })
  if (time.instant > ctx.now) throw new Refusal('invalid', { hour: 'future-date' })
}

/** When somebody is to be tried again: a day, on the worker's clock, that lies ahead. */
function nextTryAt({ actor, now }: Ctx, { nextTry, nextHour }: RecordContact): Date | null {
  if (!nextTry) {
    if (nextHour !== undefined) throw new Refusal('invalid', { nextTry: 'required' })
    return null
  }
  if (nextTry.precision !== 'day' || nextTry.from === null) throw new Refusal('invalid', { nextTry: 'day-needed' })
  const at = instantOf({ day: nextTry.from, time: nextHour ?? usualTime }, actor.timeZone)
  const isToday = nextHour === undefined && nextTry.from === dayIn(now, actor.timeZone)
  if (at <= now && !isToday) throw new Refusal('invalid', { nextTry: 'not-ahead' })
  return at <= now ? now : at
}

async function assertChannel(ctx: Ctx, caseId: string, input: RecordContact): Promise<void> {
  if (!input.channelId) return assertOtherWay(ctx, caseId, input)
  const channel = await findChannel(ctx, { caseId, channelId: input.channelId })
  if (channel.personId !== input.personId) throw new Refusal('invalid', { channelId: 'not-this-persons' })
  await assertAdmitted(ctx, channel, input)
}

type Recorded = { input: RecordContact; dueAt: Date | null }

/** What was waited for has been tried, and nobody reached is silent; what is to be tried next is waited for. */
async function followTasks(ctx: Ctx, file: FoundFile, { input, dueAt }: Recorded): Promise<void> {
  const tryAgain = { caseId: file.id, kind: 'try-again' as const, aboutId: input.channelId ?? input.personId }
  await Promise.all([
    closeRuleTasks(ctx, tryAgain),
    ...(input.outcome === 'reached' ? [closeRuleTasks(ctx, { caseId: file.id, kind: 'silence' })] : []),
  ])
  if (dueAt) await openRuleTask(ctx, { ...tryAgain, teamId: file.teamId, dueAt, ownerId: file.ownerId })
}

function logRow(ctx: Ctx, caseId: string, input: RecordContact) {
  const { at, hour, personId, channelId, otherKind, direction, outcome, note, outsideReason } = input
  const id = newId()
  const place = { caseId, rowId: id }
  const typed = hour === undefined ? undefined : hourText(hour, ctx.actor.timeZone)
  return {
    id,
    caseId,
    personId,
    channelId: channelId ?? null,
    otherKind: otherKind ?? null,
    direction,
    outcome,
    at: ctx.vault.seal('contact_log.at', place, at.edtf),
    hour: ctx.vault.sealOptional('contact_log.hour', place, typed),
    note: ctx.vault.sealOptional('contact_log.note', place, note),
    outsideReason: ctx.vault.sealOptional('contact_log.outside_reason', place, outsideReason),
    recordedBy: ctx.actor.id,
    recordedAt: ctx.now,
  }
}

/** One attempt or call, for good. Someone reached ends the silence; nothing here is ever changed afterwards. */
export const recordContact = verb('contact.record', async (ctx: Ctx, input: RecordContact) => {
  const file = await findFile(ctx, input.ref, 'contact:record')
  const { at, personId, channelId, outcome } = input
  assertPast(ctx, input)
  const dueAt = nextTryAt(ctx, input)
  await Promise.all([findPerson(ctx, { caseId: file.id, personId }), assertChannel(ctx, file.id, input)])
  const row = logRow(ctx, file.id, input)
  await ctx.db.insert(contactLogs).values({ ...row, nextTryAt: dueAt })
  if (outcome === 'reached' && at.from !== null) {
    await ctx.db
      .update(caseFiles)
      .set({ silentSince: silenceEnded(at.from, ctx.now), changedAt: ctx.now })
      .where(eq(caseFiles.id, file.id))
  }
  if (channelId) await followChannel(ctx, { logId: row.id, channelId, outcome })
  await followTasks(ctx, file, { input, dueAt })
  const details = { outcome, otherKind: input.otherKind, isExplained: input.outsideReason !== undefined }
  await record(ctx, 'contact.record', { caseId: file.id, teamId: file.teamId, objectIds: [row.id], details })
  return { id: file.id, ref: file.ref }
})
