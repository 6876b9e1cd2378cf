import { desc, eq } from 'drizzle-orm'
import { type PastAttempt, admitAttempt } from '@/lib/contacts/admit-attempt'
import { attemptTime, hourText } from '@/lib/contacts/attempt-time'
import { safeWindowFrom } from '@/lib/contacts/safe-window'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { channelStateOf, directionOf, outcomeOf } from '@/lib/people/channels'
import type { RecordContact } from '@/lib/people/forms'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { contactLogs } from '../schema'
import type { FoundChannel } from './find-channel'

const attemptsRead = 100

type LogRow = Pick<typeof contactLogs.$inferSelect, 'id' | 'caseId' | 'direction' | 'outcome' | 'at' | 'hour'>

/** A row of the log as the rules of channels read it. */
export function attemptOf({ vault }: Ctx, row: LogRow): PastAttempt {
  const place = { caseId: row.caseId, rowId: row.id }
  const at = fromEdtf(vault.open('contact_log.at', place, row.at))
  const time = attemptTime(at, vault.openOptional('contact_log.hour', place, row.hour))
  return { instant: time?.instant ?? null, direction: directionOf(row.direction), outcome: outcomeOf(row.outcome) }
}

/** Whether this try through a channel may be recorded, by what was tried before and when its contact is safe. */
export async function assertAdmitted(ctx: Ctx, channel: FoundChannel, input: RecordContact): Promise<void> {
  const rows = await ctx.db
    .select()
    .from(contactLogs)
    .where(eq(contactLogs.channelId, channel.id))
    .orderBy(desc(contactLogs.recordedAt))
    .limit(attemptsRead)
  const place = { caseId: channel.caseId, personId: channel.personId, rowId: channel.id }
  const time = attemptTime(input.at, input.hour === undefined ? null : hourText(input.hour, ctx.actor.timeZone))
  const next = {
    instant: time?.instant ?? null,
    isExact: time?.isExact ?? false,
    direction: input.direction,
    outcome: input.outcome,
    isCoordinator: ctx.actor.role === 'coordinator',
    ...(input.outsideReason !== undefined && { reason: input.outsideReason }),
  }
  const problems = admitAttempt(next, {
    state: channelStateOf(channel.state),
    window: safeWindowFrom(ctx.vault.openOptional('contact_channel.safe_window', place, channel.safeWindow)),
    before: rows.map((row) => attemptOf(ctx, row)),
  })
  if (Object.keys(problems).length > 0) throw new Refusal('invalid', problems)
}
