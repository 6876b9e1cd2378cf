import { type PastAttempt, failuresInWeek, isFrozen, nextTryFrom } from '@/lib/contacts/admit-attempt'
import { attemptTime } from '@/lib/contacts/attempt-time'
import { safeWindowFrom, windowState } from '@/lib/contacts/safe-window'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { channelStateOf, directionOf, outcomeOf } from '@/lib/people/channels'
import type { Ctx } from '../ctx'
import type { contactChannels, contactLogs } from '../schema'

type Channel = typeof contactChannels.$inferSelect
type LogRow = typeof contactLogs.$inferSelect

/** The log of one file opened, each contact with the instant it took place, where that is known. */
export const presentLog = ({ vault }: Ctx, rows: readonly LogRow[]) =>
  rows.map((row) => {
    const place = { caseId: row.caseId, rowId: row.id }
    const at = fromEdtf(vault.open('contact_log.at', place, row.at))
    return {
      ...row,
      at,
      time: attemptTime(at, vault.openOptional('contact_log.hour', place, row.hour)),
      note: vault.openOptional('contact_log.note', place, row.note),
      outsideReason: vault.openOptional('contact_log.outside_reason', place, row.outsideReason),
    }
  })

export type LoggedContact = ReturnType<typeof presentLog>[number]

/** Logged contacts as the rules of channels read them. */
export const attemptsOf = (log: readonly LoggedContact[]): PastAttempt[] =>
  log.map(({ time, direction, outcome }) => ({
    instant: time?.instant ?? null,
    direction: directionOf(direction),
    outcome: outcomeOf(outcome),
  }))

/** Channels with when their contact is safe, where that stands now, and whether a try is due. */
export const presentChannels = ({ vault, now }: Ctx, rows: readonly Channel[], log: readonly LoggedContact[]) =>
  rows.map((row) => {
    const place = { caseId: row.caseId, personId: row.personId, rowId: row.id }
    const window = safeWindowFrom(vault.openOptional('contact_channel.safe_window', place, row.safeWindow))
    const before = attemptsOf(log.filter(({ channelId }) => channelId === row.id))
    return {
      id: row.id,
      personId: row.personId,
      kind: row.kind,
      state: row.state,
      isFrozen: isFrozen(channelStateOf(row.state)),
      knownTo: row.knownTo,
      version: row.version,
      window,
      windowNow: window && windowState(window, now),
      failures: failuresInWeek(before, now).length,
      nextTry: nextTryFrom(before, now),
    }
  })

export type ChannelWithWindow = ReturnType<typeof presentChannels>[number]
