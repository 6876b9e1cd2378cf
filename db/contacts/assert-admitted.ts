import { and, desc, eq, inArray, or } from 'drizzle-orm'
import { type ChannelHistory, admitAttempt, isFrozen } from '@/lib/contacts/admit-attempt'
import { attemptTime, hourText } from '@/lib/contacts/attempt-time'
import { safeWindowFrom } from '@/lib/contacts/safe-window'
import { type ChannelKind, channelStateOf } from '@/lib/people/channels'
import type { RecordContact } from '@/lib/people/forms'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { contactChannels, contactLogs } from '../schema'
import type { FoundChannel } from './find-channel'
import { attemptsOf, presentLog } from './present-channels'

const attemptsRead = 100
const channelsRead = 200

type Attempted = ReturnType<typeof eq> | ReturnType<typeof and>

async function attempts(ctx: Ctx, of: Attempted): Promise<ChannelHistory['before']> {
  const rows = await ctx.db
    .select()
    .from(contactLogs)
    .where(of)
    .orderBy(desc(contactLogs.recordedAt))
    .limit(attemptsRead)
  return attemptsOf(presentLog(ctx, rows))
}

function assertNoProblem(ctx: Ctx, input: RecordContact, history: ChannelHistory): void {
  const time = attemptTime(input.at, input.hour === undefined ? null : hourText(input.hour, ctx.actor.timeZone))
  const next = {
    instant: time?.instant ?? null,
    isExact: time?.isExact ?? false,
    direction: input.direction,
    outcome: input.outcome,
    isCoordinator: ctx.actor.role === 'coordinator',
    ...(input.outsideReason !== undefined && { reason: input.outsideReason }),
  }
  const problems = admitAttempt(next, history)
  if (Object.keys(problems).length > 0) throw new Refusal('invalid', problems)
}

/** Whether this try through a channel may be recorded, by what was tried before and when its contact is safe. */
export async function assertAdmitted(ctx: Ctx, channel: FoundChannel, input: RecordContact): Promise<void> {
  const place = { caseId: channel.caseId, personId: channel.personId, rowId: channel.id }
  assertNoProblem(ctx, input, {
    state: channelStateOf(channel.state),
    window: safeWindowFrom(ctx.vault.openOptional('contact_channel.safe_window', place, channel.safeWindow)),
    before: await attempts(ctx, eq(contactLogs.channelId, channel.id)),
  })
}

/**
 * Whether somebody may be called by a way that is none of their channels. Nobody is, all of whose channels are frozen;
 * and tries of one kind count together, so that a channel's cap is not got round by leaving its name out.
 */
export async function assertOtherWay(ctx: Ctx, caseId: string, input: RecordContact): Promise<void> {
  const { personId, otherKind } = input
  if (!otherKind || input.direction === 'incoming') return
  const channels = await ctx.db
    .select({ id: contactChannels.id, kind: contactChannels.kind, state: contactChannels.state })
    .from(contactChannels)
    .where(and(eq(contactChannels.caseId, caseId), eq(contactChannels.personId, personId)))
    .limit(channelsRead)
  if (channels.length > 0 && channels.every(({ state }) => isFrozen(channelStateOf(state)))) {
    throw new Refusal('invalid', { channelId: 'all-frozen' })
  }
  const before = await attempts(ctx, ofKind(input, otherKind, channels))
  assertNoProblem(ctx, input, { state: 'untested', window: null, before })
}

function ofKind({ personId }: RecordContact, kind: ChannelKind, channels: readonly { id: string; kind: string }[]) {
  const through = channels.flatMap((channel) => (channel.kind === kind ? channel.id : []))
  const isOfKind = eq(contactLogs.otherKind, kind)
  const named = through.length > 0 ? or(isOfKind, inArray(contactLogs.channelId, through)) : isOfKind
  return and(eq(contactLogs.personId, personId), named)
}
