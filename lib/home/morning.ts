import { daysSince } from '@/lib/lists/days-since'
import { silenceClock } from '@/lib/situations/silence'
import { situations } from '@/lib/situations/situations'

const day = 86_400_000
const soonDays = 7
const listedMax = 20
const clocksMax = 8

/** An open file of the one whose morning it is. */
export type MorningFile = {
  ref: string
  situation: string
  risk: string
  silentSince: string
  reviewDue: Date | null
  riskUntil: Date | null
  returnDue: Date | null
}

export type DueFile = Omit<MorningFile, 'silentSince' | 'riskUntil' | 'returnDue'> & {
  silentDays: number
  limitDays: number | null
}

/** What ends or falls due at an instant to come; a return that was expected stays until something is recorded. */
export type Clock = { kind: 'return' | 'review' | 'override' | 'task' | 'grant'; ref: string; at: Date }

export type Morning = { mine: number; due: DueFile[]; silent: DueFile[]; clocks: Clock[] }

function view(file: MorningFile, now: Date): DueFile & { isOver: boolean } {
  const { ref, situation, risk, reviewDue } = file
  const silentDays = daysSince(file.silentSince, now)
  const known = situations.find((code) => code === situation)
  const { limitDays, isOver } = known ? silenceClock(known, silentDays) : { limitDays: null, isOver: false }
  return { ref, situation, risk, reviewDue, silentDays, limitDays, isOver }
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const at = (date: Date | null) => date?.getTime() ?? Infinity
const isWithin = (date: Date | null, [from, until]: [number, number]) => at(date) >= from && at(date) < until

/** A task that is due, by the file it is on and what it is about. */
export type DueTask = { ref: string; kind: string; at: Date }

/**
 * The tasks that the rest of a morning does not tell: what waits for a file's review, its silence or an expected return
 * stands where the file does, and stays a task where the file is not shown there.
 */
export function untold(tasks: readonly DueTask[], { due, silent, clocks }: Morning): DueTask[] {
  const told: Record<string, Set<string>> = {
    review: new Set(due.map(({ ref }) => ref)),
    silence: new Set(silent.map(({ ref }) => ref)),
    return: new Set(clocks.filter(({ kind }) => kind === 'return').map(({ ref }) => ref)),
  }
  return tasks.filter(({ kind, ref }) => !told[kind]?.has(ref))
}

/**
 * What a caseworker's open files ask for today: reviews late or due within a week, the greatest danger first; who has
 * been silent for longer than the situation allows, longest first; and what of `files` and `ends` runs out next within a
 * week, with every return that is expected, whether its day lies farther ahead or has passed.
 */
export function morning(files: readonly MorningFile[], ends: readonly Clock[], now: Date): Morning {
  const [start, soon] = [now.getTime(), now.getTime() + soonDays * day]
  const views = files.map((file) => view(file, now))
  const due = views
    .filter(({ reviewDue }) => at(reviewDue) < soon)
    .sort((a, b) => byText(b.risk, a.risk) || at(a.reviewDue) - at(b.reviewDue) || byText(a.ref, b.ref))
  const silent = views
    .filter(({ isOver }) => isOver)
    .sort((a, b) => b.silentDays - a.silentDays || byText(a.ref, b.ref))
  const clocks = files.flatMap(({ ref, reviewDue, riskUntil, returnDue }): Clock[] => [
    ...(returnDue ? [{ kind: 'return' as const, ref, at: returnDue }] : []),
    ...(reviewDue ? [{ kind: 'review' as const, ref, at: reviewDue }] : []),
    ...(riskUntil ? [{ kind: 'override' as const, ref, at: riskUntil }] : []),
  ])
  return {
    mine: files.length,
    due: due.slice(0, listedMax),
    silent: silent.slice(0, listedMax),
    clocks: [...clocks, ...ends]
      .filter(({ kind, at: due }) => kind === 'return' || isWithin(due, [start, soon]))
      .sort((a, b) => at(a.at) - at(b.at) || byText(a.ref, b.ref))
      .slice(0, clocksMax),
  }
}
