import { dayIn } from '@/lib/dates/calendar'
import { SetConfidentiality } from '@/lib/cases/forms'
import { RecordSignOfLife } from '@/lib/contacts/forms'
import { ApproveProposal, CloseCase, MonitorCase, ReopenCase } from '@/lib/decisions/forms'
import { RecordConsents } from '@/lib/intake/forms'
import { AddName, AddPerson, AddRelationship, RecordContact } from '@/lib/people/forms'
import { AddRiskFactor, OverrideRisk } from '@/lib/risk/forms'
import { RecordSituation } from '@/lib/situations/forms'
import { AddSource } from '@/lib/sources/forms'
import { AddTask, CloseTask } from '@/lib/tasks/forms'
import { HandOver, LowerFlag, RaiseFlag, ReferCase, WriteComment, mentionFieldOf } from '@/lib/together/forms'
import { setConfidentiality } from '../cases/assign-case'
import { closeCase } from '../cases/close-case'
import { monitorCase } from '../cases/monitor-case'
import { reopenCase } from '../cases/reopen-case'
import { recordContact } from '../contacts/record-contact'
import { recordSignOfLife } from '../contacts/record-sign-of-life'
import type { Ctx } from '../ctx'
import { addName } from '../people/add-name'
import { addPerson } from '../people/add-person'
import { addRelationship } from '../people/add-relationship'
import { approveProposal } from '../proposals/approve-proposal'
import { addRiskFactor } from '../risk/add-risk-factor'
import { overrideRisk } from '../risk/override-risk'
import { recordSituation } from '../situations/record-situation'
import { addSource } from '../sources/add-source'
import { addTask } from '../tasks/add-task'
import { closeTask } from '../tasks/close-task'
import { recordConsents } from '../intake/record-consents'
import { handOver } from '../together/hand-over'
import { lowerFlag, raiseFlag } from '../together/raise-flag'
import { referCase } from '../together/refer-case'
import { writeComment } from '../together/write-comment'
import type { DemoDeed, Doer } from './demo-file'
import { type Standing, standing } from './standing'

/** The file a deed is done on, the ids of those who may be named in it, and the team that may be asked to take it. */
export type Played = { id: string; ref: string; staff: Record<Doer, string>; otherTeam: string }

type Deed<Does extends DemoDeed['does']> = Extract<DemoDeed, { does: Does }>
type On = Played & { now: Standing }
type Players = { [Does in DemoDeed['does']]: (ctx: Ctx, deed: Deed<Does>, on: On) => Promise<unknown> }

const day = 86_400_000

const inDays = (ctx: Ctx, days: number) => dayIn(new Date(ctx.now.getTime() + days * day), ctx.actor.timeZone)
const roleOf = ({ now }: On, role: string) => now.people.find((person) => person.role === role)

async function addRelative(ctx: Ctx, { typed, type }: Deed<'add-relative'>, on: On): Promise<void> {
  const { ref } = on
  const { personId: from } = await addPerson(ctx, AddPerson.parse({ ref, ...typed }))
  const to = roleOf(on, 'subject')?.id
  await addRelationship(ctx, AddRelationship.parse({ ref, from, to, type, certainty: 'stated', isChecked: 'on' }))
}

const players: Players = {
  record: (ctx, { typed, source = 0, corrects }, { ref, now }) => {
    const correctionOf = corrects === undefined ? undefined : now.entries[corrects]
    const entry = { ref, version: now.version, sourceId: now.sources[source], correctionOf, ...typed }
    return recordSituation(ctx, RecordSituation.parse(entry))
  },
  call: (ctx, { typed }, on) => {
    const caller = roleOf(on, 'caller')?.id
    const channel = on.now.channels.find(({ personId }) => personId === caller)
    const about = { ref: on.ref, personId: caller, channelId: channel?.id ?? 'phone', at: inDays(ctx, 0) }
    return recordContact(ctx, RecordContact.parse({ ...about, ...typed }))
  },
  sign: (ctx, { typed, heard }, { ref, now }) => {
    const day = inDays(ctx, -heard.daysBefore)
    const at = heard.precision === 'month' ? day.slice(0, 7) : day
    return recordSignOfLife(ctx, RecordSignOfLife.parse({ ref, sourceId: now.sources[0], at, ...typed }))
  },
  'add-factor': (ctx, { factor }, { ref }) => addRiskFactor(ctx, AddRiskFactor.parse({ ref, factor })),
  'override-risk': (ctx, { typed }, { ref }) => overrideRisk(ctx, OverrideRisk.parse({ ref, ...typed })),
  'add-source': (ctx, { typed }, { ref }) => addSource(ctx, AddSource.parse({ ref, ...typed })),
  'add-name': (ctx, { typed }, on) =>
    addName(ctx, AddName.parse({ ref: on.ref, personId: roleOf(on, 'subject')?.id, ...typed })),
  'add-relative': addRelative,
  'relate-caller': (ctx, { type }, on) => {
    const [from, to] = [roleOf(on, 'caller')?.id, roleOf(on, 'subject')?.id]
    return addRelationship(
      ctx,
      AddRelationship.parse({ ref: on.ref, from, to, type, certainty: 'stated', isChecked: 'on' }),
    )
  },
  comment: (ctx, { text, mentions }, { ref, staff }) =>
    writeComment(ctx, WriteComment.parse({ ref, text, ...(mentions && { [mentionFieldOf(staff[mentions])]: 'on' }) })),
  flag: (ctx, { reason }, { ref }) => raiseFlag(ctx, RaiseFlag.parse({ ref, reason })),
  'lower-flag': async (ctx, { reason }, { ref, now }) => {
    const [flag] = now.flags
    if (flag) await lowerFlag(ctx, LowerFlag.parse({ ref, flagId: flag.id, version: flag.version, reason }))
  },
  'add-task': (ctx, { title, dueInDays }, { ref }) =>
    addTask(ctx, AddTask.parse({ ref, title, day: inDays(ctx, dueInDays), hour: '10' })),
  'close-task': async (ctx, { kind, outcome, note }, { ref, now }) => {
    const task = now.tasks.find((open) => open.kind === kind)
    const closed = { ref, taskId: task?.id, version: task?.version, outcome, note }
    if (task) await closeTask(ctx, CloseTask.parse(closed))
  },
  'hand-over': (ctx, { to, briefing }, { ref, now, staff }) =>
    handOver(ctx, HandOver.parse({ ref, version: now.version, to: staff[to], briefing })),
  consent: (ctx, { from, typed }, on) => {
    const about = { ref: on.ref, givenBy: roleOf(on, from)?.id, at: inDays(ctx, -1) }
    return recordConsents(ctx, RecordConsents.parse({ ...about, ...typed }))
  },
  refer: (ctx, { reason }, { ref, otherTeam }) => referCase(ctx, ReferCase.parse({ ref, toTeam: otherTeam, reason })),
  'set-confidentiality': (ctx, { to: confidentiality }, { ref, now }) =>
    setConfidentiality(ctx, SetConfidentiality.parse({ ref, version: now.version, confidentiality })),
  close: (ctx, { reason, note }, { ref, now }) =>
    closeCase(ctx, CloseCase.parse({ ref, version: now.version, reason, note, dropTasks: 'on' })),
  approve: (ctx, _, { ref, now }) => {
    const [proposal] = now.proposals
    const decided = { ref, proposalId: proposal?.id, version: proposal?.version, dropTasks: 'on' }
    return approveProposal(ctx, ApproveProposal.parse(decided))
  },
  reopen: (ctx, { reason, note }, { ref, now }) =>
    reopenCase(ctx, ReopenCase.parse({ ref, version: now.version, reason, note })),
  monitor: (ctx, _, { ref, now }) =>
    monitorCase(ctx, MonitorCase.parse({ ref, version: now.version, to: 'monitoring' })),
}

/** Each deed is played by the one of its own name. */
function player<Does extends DemoDeed['does']>(does: Does): Players[Does] {
  return players[does]
}

/** One deed of a history, through the verb that a form would call. */
export async function playDeed<Does extends DemoDeed['does']>(ctx: Ctx, deed: Deed<Does>, on: Played): Promise<void> {
  await player<Does>(deed.does)(ctx, deed, { ...on, now: await standing(ctx, on.id) })
}
