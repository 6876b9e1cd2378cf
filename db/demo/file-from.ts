import { OpenCase } from '@/lib/cases/forms'
import { EditPerson } from '@/lib/people/forms'
import { openCase } from '../cases/open-case'
import type { Ctx } from '../ctx'
import { editPerson } from '../people/edit-person'
import type { DemoEvent, DemoFile, Doer } from './demo-file'
import { type Played, playDeed } from './play-deed'
import { standing } from './standing'

const day = 86_400_000
const minute = 60_000

export type Hand = { id: string; acts: <T>(run: (ctx: Ctx) => Promise<T>) => Promise<T> }

/** The people of a team, the clock that their days ago count from, and the team beside theirs. */
export type Hands = Record<Doer, Hand> & { now: Date; otherTeam: string }

type Timed = { event: DemoEvent; at: Date; by: Doer }

/** In the order they were done; whoever holds the file does what nobody else is named for, also after a hand-over. */
function inOrder({ events, opener = 'worker' }: DemoFile, now: Date): Timed[] {
  let holder = opener
  return [...events]
    .sort((a, b) => b.daysAgo - a.daysAgo)
    .map((event, n) => {
      const by = event.by === undefined || event.by === 'worker' ? holder : event.by
      if (event.does === 'hand-over') holder = event.to
      return { event, by, at: new Date(now.getTime() - event.daysAgo * day - 180 * minute + n * minute) }
    })
}

/** Deeds that one person did after another, one transaction each run. */
function runsOf(timed: readonly Timed[]): Timed[][] {
  const runs: Timed[][] = []
  for (const one of timed) {
    const last = runs.at(-1)
    if (last?.[0]?.by === one.by) last.push(one)
    else runs.push([one])
  }
  return runs
}

/** The call is taken, and what the caller says of the person's sex and age. */
async function open(ctx: Ctx, { intake, sex, birth }: DemoFile): Promise<Pick<Played, 'id' | 'ref'> | null> {
  const opened = await openCase(ctx, OpenCase.parse({ ...intake, confirmed: 'on' }))
  if (!opened.opened) return null
  const { id, ref } = opened
  const subject = (await standing(ctx, id)).people.find(({ role }) => role === 'subject')
  await editPerson(ctx, EditPerson.parse({ ref, personId: subject?.id, version: subject?.version, sex, birth }))
  return { id, ref }
}

/** One file of the demonstration, typed in by its people as time went by. */
export async function fileFrom(file: DemoFile, hands: Hands): Promise<void> {
  const { now, otherTeam } = hands
  const openedAt = new Date(now.getTime() - file.daysAgo * day - 240 * minute)
  const opener = file.opener ?? 'worker'
  const opened = await hands[opener].acts((ctx) => open({ ...ctx, now: openedAt }, file))
  if (!opened) return
  const staff = { worker: hands.worker.id, coordinator: hands.coordinator.id, colleague: hands.colleague.id }
  for (const run of runsOf(inOrder(file, now))) {
    await hands[run[0]?.by ?? 'worker'].acts(async (ctx) => {
      for (const { event, at } of run) await playDeed({ ...ctx, now: at }, event, { ...opened, staff, otherTeam })
    })
  }
}
