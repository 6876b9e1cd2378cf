import { desc, eq } from 'drizzle-orm'
import { admitAttempt } from '@/lib/contacts/admit-attempt'
import { attemptTime, hourText } from '@/lib/contacts/attempt-time'
import { safeWindowFrom } from '@/lib/contacts/safe-window'
import { channelStateOf } from '@/lib/people/channels'
import type { RecordContact } from '@/lib/people/forms'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { contactLogs } from '../schema'
import type { FoundChannel } from './find-channel'
import { attemptsOf, presentLog } from './present-channels'

const attemptsRead = 100

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
    before: attemptsOf(presentLog(ctx, rows)),
  })
  if (Object.keys(problems).length > 0) throw new Refusal('invalid', problems)
}
