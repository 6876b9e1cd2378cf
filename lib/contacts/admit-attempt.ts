import type { ChannelState, ContactDirection, ContactOutcome } from '@/lib/people/channels'
import { type SafeWindow, windowState } from './safe-window'

/** How many tries in seven days may find nobody before a further one is a danger to those who are called. */
export const attemptsPerWeek = 3
const weekMs = 7 * 86_400_000
const coolingMs = 24 * 3_600_000

/** A try as it stands in the log of a channel; `instant` is null where nobody knows the day. */
export type PastAttempt = { instant: Date | null; direction: ContactDirection; outcome: ContactOutcome }

/** A try about to be recorded, and whose word and reason stand behind it. */
export type NextAttempt = {
  instant: Date | null
  /** Whether the hour is known, not the day alone. */
  isExact: boolean
  direction: ContactDirection
  outcome: ContactOutcome
  reason?: string
  isCoordinator: boolean
}

export type ChannelHistory = { state: ChannelState; window: SafeWindow | null; before: readonly PastAttempt[] }

export type AttemptProblem = 'frozen-channel' | 'attempt-cap' | 'cooling-off' | 'outside-window' | 'hour-needed'
export type AttemptProblems = Partial<Record<'channelId' | 'hour' | 'outsideReason', AttemptProblem>>

const frozenStates: readonly ChannelState[] = ['compromised', 'do_not_use']

/** Whether nobody may be called through a channel in this state. */
export const isFrozen = (state: ChannelState): boolean => frozenStates.includes(state)

const isFailure = (outcome: ContactOutcome) => outcome === 'no_answer' || outcome === 'disconnected'

/** The tries that found nobody in the seven days up to an instant, newest first, since somebody was last reached. */
export function failuresInWeek(before: readonly PastAttempt[], instant: Date): Date[] {
  const dated = before.flatMap(({ instant: then, ...attempt }) =>
    then !== null && then <= instant ? [{ then, ...attempt }] : [],
  )
  const reached = Math.max(0, ...dated.filter(({ outcome }) => outcome === 'reached').map(({ then }) => then.getTime()))
  return dated
    .filter(({ direction, outcome }) => direction === 'outgoing' && isFailure(outcome))
    .map(({ then }) => then)
    .filter((then) => then.getTime() >= reached && instant.getTime() - then.getTime() < weekMs)
    .sort((a, b) => b.getTime() - a.getTime())
}

/** When the next try is within the cap and cooled off; null where it is so already. */
export function nextTryFrom(before: readonly PastAttempt[], instant: Date): Date | null {
  const failures = failuresInWeek(before, instant)
  const [last] = failures
  if (!last) return null
  const oldest = failures[attemptsPerWeek - 1]
  const from = Math.max(last.getTime() + coolingMs, oldest ? oldest.getTime() + weekMs : 0)
  return from > instant.getTime() ? new Date(from) : null
}

function problemOf(next: NextAttempt, instant: Date, { window, before }: ChannelHistory): AttemptProblems {
  const failures = failuresInWeek(before, instant)
  const [last] = failures
  const isExplained = next.reason !== undefined
  if (failures.length >= attemptsPerWeek && !(isExplained && (next.isCoordinator || next.outcome === 'reached')))
    return next.isCoordinator || next.outcome === 'reached'
      ? { outsideReason: 'attempt-cap' }
      : { channelId: 'attempt-cap' }
  if (window !== null && !next.isExact) return { hour: 'hour-needed' }
  if (isExplained) return {}
  if (window !== null && !windowState(window, instant).isOpen) return { outsideReason: 'outside-window' }
  if (last && instant.getTime() - last.getTime() < coolingMs) return { outsideReason: 'cooling-off' }
  return {}
}

/**
 * What speaks against a try through a channel, as word keys by field; nothing where it may be recorded. Whoever calls
 * in is never refused. Nobody is called through a channel that a stranger's voice or duress has closed, or that was
 * ruled out. The fourth try in seven days that find nobody needs a coordinator and a reason, or somebody reached and a
 * reason. A try outside the safe times, or within 24 hours of one that failed, needs a reason. A try of which nobody
 * knows the day is judged by the state of its channel alone.
 */
export function admitAttempt(next: NextAttempt, history: ChannelHistory): AttemptProblems {
  if (next.direction === 'incoming') return {}
  if (isFrozen(history.state)) return { channelId: 'frozen-channel' }
  return next.instant === null ? {} : problemOf(next, next.instant, history)
}
