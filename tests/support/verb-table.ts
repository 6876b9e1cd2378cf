import { randomUUID } from 'node:crypto'
import { disableAccount } from '@/db/accounts/disable-account'
import { inviteAgain } from '@/db/accounts/invite-again'
import { moveAccount } from '@/db/accounts/move-account'
import { changePassword } from '@/db/accounts/change-password'
import { confirmAccount } from '@/db/accounts/confirm-account'
import { createAccount } from '@/db/accounts/create-account'
import { endOtherSessions, endSession, signOut } from '@/db/accounts/end-session'
import { join, readInvitation } from '@/db/accounts/join'
import { readAccount } from '@/db/accounts/read-account'
import { readOneStaff, readStaff } from '@/db/accounts/read-staff'
import { setLook } from '@/db/accounts/set-look'
import { signIn } from '@/db/accounts/sign-in'
import { assignCase, setConfidentiality } from '@/db/cases/assign-case'
import { assignCases } from '@/db/cases/assign-cases'
import { giveGrant, revokeGrant } from '@/db/cases/give-grant'
import { closeCase } from '@/db/cases/close-case'
import { listCases } from '@/db/cases/list-cases'
import { monitorCase } from '@/db/cases/monitor-case'
import { matchNames } from '@/db/cases/match-names'
import { openCase } from '@/db/cases/open-case'
import { readCase } from '@/db/cases/read-case'
import { reopenCase } from '@/db/cases/reopen-case'
import { readIntake } from '@/db/cases/read-intake'
import { showNames } from '@/db/cases/show-names'
import { addChannel, editChannel } from '@/db/contacts/add-channel'
import { arrangeChannel } from '@/db/contacts/arrange-channel'
import { readFamily } from '@/db/contacts/read-family'
import { recordContact } from '@/db/contacts/record-contact'
import { recordSignOfLife } from '@/db/contacts/record-sign-of-life'
import { revealContact } from '@/db/contacts/reveal-contact'
import { unfreezeChannel } from '@/db/contacts/unfreeze-channel'
import type { Ctx, Verb } from '@/db/ctx'
import { discardDraft } from '@/db/drafts/discard-draft'
import { listDrafts } from '@/db/drafts/list-drafts'
import { saveDraft } from '@/db/drafts/save-draft'
import { readHome } from '@/db/home/read-home'
import { readNotice } from '@/db/home/read-notice'
import { makeFeed, revokeFeed } from '@/db/calendar/make-feed'
import { setHouse } from '@/db/house/set-house'
import { readHealth } from '@/db/house/read-health'
import { deleteView } from '@/db/lists/delete-view'
import { editView } from '@/db/lists/edit-view'
import { exportList, readListExport } from '@/db/lists/export-list'
import { saveView } from '@/db/lists/save-view'
import { exportLog } from '@/db/log/export-log'
import { exportRecords } from '@/db/log/export-records'
import { readExport } from '@/db/log/read-export'
import { readLog } from '@/db/log/read-log'
import { readState } from '@/db/log/read-state'
import { addName } from '@/db/people/add-name'
import { addPerson } from '@/db/people/add-person'
import { addRelationship } from '@/db/people/add-relationship'
import { editPerson } from '@/db/people/edit-person'
import { approveProposal } from '@/db/proposals/approve-proposal'
import { declineProposal, withdrawProposal } from '@/db/proposals/decline-proposal'
import { editRelationship } from '@/db/people/edit-relationship'
import { locatePerson } from '@/db/people/locate-person'
import { addRiskFactor, endRiskFactor } from '@/db/risk/add-risk-factor'
import { endRiskOverride, overrideRisk } from '@/db/risk/override-risk'
import { readSituation } from '@/db/situations/read-situation'
import { recordSituation } from '@/db/situations/record-situation'
import { addSource } from '@/db/sources/add-source'
import { revealSource } from '@/db/sources/reveal-source'
import { addTask } from '@/db/tasks/add-task'
import { addTasks } from '@/db/tasks/add-tasks'
import { closeTask } from '@/db/tasks/close-task'
import { editTask } from '@/db/tasks/edit-task'
import { listTasks } from '@/db/tasks/list-tasks'
import { readCaseTasks } from '@/db/tasks/read-case-tasks'
import { showTitles } from '@/db/tasks/show-titles'
import { createTeam } from '@/db/teams/create-team'
import { flagCases } from '@/db/together/flag-cases'
import { breakGlass, readGlass } from '@/db/together/break-glass'
import { readTimeline } from '@/db/timeline/read-timeline'
import { followCase, unfollowCase } from '@/db/together/follow-case'
import { handOver } from '@/db/together/hand-over'
import { lowerFlag, raiseFlag } from '@/db/together/raise-flag'
import { readTogether } from '@/db/together/read-together'
import { reviewGlass } from '@/db/together/review-glass'
import { writeComment } from '@/db/together/write-comment'
import { mayEver } from '@/lib/access/can'
import type { Deed, Reach } from '@/lib/access/grants'
import * as accounts from '@/lib/accounts/forms'
import * as decisions from '@/lib/decisions/forms'
import * as bulk from '@/lib/cases/after-bulk'
import * as cases from '@/lib/cases/forms'
import { ShowNames } from '@/lib/cases/list-cases'
import * as lists from '@/lib/lists/forms'
import * as contacts from '@/lib/contacts/forms'
import { SaveDraft } from '@/lib/intake/drafts'
import { SetHouse } from '@/lib/house/forms'
import * as log from '@/lib/log/forms'
import * as people from '@/lib/people/forms'
import { AddRiskFactor, OverrideRisk } from '@/lib/risk/forms'
import { RecordSituation } from '@/lib/situations/forms'
import * as sources from '@/lib/sources/forms'
import { TimelineQuery } from '@/lib/timeline/forms'
import * as tasks from '@/lib/tasks/forms'
import * as together from '@/lib/together/forms'
import { urgentCall } from './cases'
import { type Decided, reopenClosed, withdrawDeath } from './decided'
import type { SceneFile } from './scene'
import type { TogetherParts } from './together-parts'
import type { Person } from './world'

/** What an input is made of: the file, the things in it that are named by id, and colleagues whom the deed is about. */
export type Given = {
  actor: Person
  password: string
  parts: SceneFile & Decided & TogetherParts & { grant: string }
  teamId: string
  colleague: Person
  waiting: Person
  otherTeam: string
  notice: string
  /** A whole name in a file out of everybody's reach. */
  shut: string
}

export type Part = Exclude<keyof Given['parts'], 'id' | 'ref' | 'teamId' | 'confidentiality' | 'owner'>

/** `file`: the deed is asked of one file; `parts` are the things in it that the verb takes an id of. `house`: of the role. `anyone`: what everybody may do with an own account. */
export type Asked =
  { on: 'file'; deed: Deed; parts: readonly Part[] } | { on: 'house'; deed: Deed; reach?: Reach } | { on: 'anyone' }

export type VerbRow = {
  name: string
  verb: unknown
  asked: Asked
  run: (ctx: Ctx, given: Given) => Promise<unknown>
}

type Input<I> = (given: Given) => I

function row<I, O>(verb: Verb<Ctx, I, O>, asked: Asked, input: Input<I>): VerbRow {
  return { name: verb.deed, verb, asked, run: (ctx, given) => verb(ctx, input(given)) }
}

const file = (deed: Deed, ...parts: Part[]): Asked => ({ on: 'file', deed, parts })
const house = (deed: Deed, reach?: Reach): Asked => ({ on: 'house', deed, ...(reach && { reach }) })
const anyone: Asked = { on: 'anyone' }
const exported = { kind: 'entries', format: 'csv', reason: 'asked for by the board' }
const newPassword = 'a new password that is long'

const ofFiles: VerbRow[] = [
  row(readCase, file('case:read'), ({ parts: { ref } }) => ({ ref })),
  row(readTimeline, file('case:read'), ({ parts: { ref } }) => TimelineQuery.parse({ ref })),
  row(assignCase, file('case:assign'), ({ parts: { ref }, colleague }) => ({ ref, version: 1, owner: colleague.id })),
  row(setConfidentiality, file('case:assign'), ({ parts: { ref } }) =>
    cases.SetConfidentiality.parse({ ref, version: '1', confidentiality: 'team' }),
  ),
  row(giveGrant, file('grant:give'), ({ parts: { ref }, colleague: { email } }) =>
    cases.GiveGrant.parse({ ref, email, level: 'read', days: '1', reason: 'asked for' }),
  ),
  row(revokeGrant, file('grant:give', 'grant'), ({ parts: { ref, grant } }) => ({ ref, grantId: grant, version: 1 })),
  row(addPerson, file('case:edit'), ({ parts: { ref } }) =>
    people.AddPerson.parse({ ref, role: 'relative', name: '리은하', sex: 'F' }),
  ),
  row(editPerson, file('case:edit', 'subject'), ({ parts: { ref, subject } }) =>
    people.EditPerson.parse({ ref, personId: subject, version: '1', sex: 'F', birth: '1987' }),
  ),
  row(addName, file('case:edit', 'subject'), ({ parts: { ref, subject } }) =>
    people.AddName.parse({ ref, personId: subject, text: '王丽', kind: 'adopted_cn', scheme: 'none' }),
  ),
  row(addRelationship, file('case:edit', 'subject', 'caller'), ({ parts: { ref, caller, subject } }) =>
    people.AddRelationship.parse({ ref, from: subject, to: caller, type: 'FRIEND', certainty: 'stated' }),
  ),
  row(addChannel, file('case:edit', 'subject'), ({ parts: { ref, subject } }) =>
    people.AddChannel.parse({ ref, personId: subject, kind: 'phone', value: '010' }),
  ),
  row(editChannel, file('case:edit', 'channel'), ({ parts: { ref, channel } }) =>
    people.EditChannel.parse({ ref, channelId: channel, version: '2', state: 'lost' }),
  ),
  row(addSource, file('case:edit'), ({ parts: { ref } }) =>
    sources.AddSource.parse({ ref, type: 'NGO', told: 'Hana', reliability: 'C', distance: 'unknown' }),
  ),
  row(recordContact, file('contact:record', 'caller', 'channel'), ({ parts: { ref, caller, channel } }) =>
    people.RecordContact.parse({
      ref,
      personId: caller,
      channelId: channel,
      at: '2021',
      direction: 'incoming',
      outcome: 'reached',
    }),
  ),
  row(revealContact, file('contact:reveal', 'channel'), ({ parts: { ref, channel } }) => ({ ref, channelId: channel })),
  row(revealSource, file('source:reveal', 'source'), ({ parts: { ref, source } }) => ({ ref, sourceId: source })),
  row(recordSituation, file('situation:record', 'source'), ({ parts: { ref, source } }) =>
    RecordSituation.parse({
      ref,
      version: '1',
      situation: 'RETURNED',
      when: 'May 2021',
      sourceId: source,
      credibility: '3',
    }),
  ),
  row(readCaseTasks, file('case:read'), ({ parts: { ref } }) => ({ ref })),
  row(addTask, file('task:keep'), ({ parts: { ref } }) =>
    tasks.AddTask.parse({ ref, title: 'Ring her sister', day: '2031-05-04', hour: '09' }),
  ),
  row(editTask, file('task:keep', 'task'), ({ parts: { ref, task }, actor }) =>
    tasks.EditTask.parse({ ref, taskId: task, version: '1', day: '2031-05-04', hour: '09', owner: actor.id }),
  ),
  row(closeTask, file('task:keep', 'task'), ({ parts: { ref, task } }) =>
    tasks.CloseTask.parse({ ref, taskId: task, version: '1', outcome: 'done' }),
  ),
]

const ofContacts: VerbRow[] = [
  row(readFamily, file('case:read'), ({ parts: { ref } }) => ({ ref })),
  row(editRelationship, file('case:edit', 'relation'), ({ parts: { ref, relation: relationshipId } }) =>
    people.EditRelationship.parse({
      ref,
      relationshipId,
      version: '1',
      type: 'COUSIN',
      certainty: 'confirmed',
      disclosure: 'internal',
    }),
  ),
  row(locatePerson, file('case:edit', 'subject'), ({ parts: { ref, subject } }) =>
    people.LocatePerson.parse({ ref, personId: subject, version: '1', whereabouts: 'a farm', province: 'CN-JL' }),
  ),
  row(arrangeChannel, file('case:edit', 'channel'), ({ parts: { ref, channel } }) =>
    contacts.ArrangeChannel.parse({ ref, channelId: channel, version: '2', mon: 'on', zone: 'Asia/Seoul' }),
  ),
  row(unfreezeChannel, file('proposal:decide', 'frozen'), ({ parts: { ref, frozen } }) =>
    contacts.UnfreezeChannel.parse({ ref, channelId: frozen, version: '1', reason: 'she told us of a new owner' }),
  ),
  row(recordSignOfLife, file('situation:record', 'source'), ({ parts: { ref, source } }) =>
    contacts.RecordSignOfLife.parse({
      ref,
      kind: 'letter',
      at: 'May 2022',
      sourceId: source,
      distance: 'second_hand',
      credibility: '3',
    }),
  ),
]

const ofDecisions: VerbRow[] = [
  row(readSituation, file('case:read'), ({ parts: { ref } }) => ({ ref })),
  row(addRiskFactor, file('case:edit'), ({ parts: { ref } }) =>
    AddRiskFactor.parse({ ref, factor: 'rok_bound', note: 'she said so' }),
  ),
  row(endRiskFactor, file('case:edit', 'factor'), ({ parts: { ref, factor } }) => ({
    ref,
    factorId: factor,
    version: 1,
  })),
  row(overrideRisk, file('risk:override'), ({ parts: { ref } }) =>
    OverrideRisk.parse({ ref, risk: 'R4', days: '7', reason: 'a raid is announced' }),
  ),
  row(endRiskOverride, file('risk:override', 'override'), ({ parts: { ref, override } }) => ({
    ref,
    overrideId: override,
    version: 1,
  })),
]

const ofProposals: VerbRow[] = [
  row(approveProposal, file('proposal:decide', 'proposal'), ({ parts: { ref, proposal } }) =>
    decisions.ApproveProposal.parse({ ref, proposalId: proposal, version: '1' }),
  ),
  row(declineProposal, file('proposal:decide', 'proposal'), ({ parts: { ref, proposal } }) =>
    decisions.DeclineProposal.parse({ ref, proposalId: proposal, version: '1', reason: 'she has written' }),
  ),
  { name: withdrawProposal.deed, verb: withdrawProposal, asked: file('case:edit', 'source'), run: withdrawDeath },
  row(closeCase, file('case:close'), ({ parts: { ref } }) =>
    decisions.CloseCase.parse({ ref, version: '1', reason: 'safe', dropTasks: 'on' }),
  ),
  { name: reopenCase.deed, verb: reopenCase, asked: file('case:close'), run: reopenClosed },
  row(monitorCase, file('case:close'), ({ parts: { ref } }) =>
    decisions.MonitorCase.parse({ ref, version: '1', to: 'monitoring' }),
  ),
]

const ofTogether: VerbRow[] = [
  row(readTogether, file('case:read'), ({ parts: { ref } }) => ({ ref })),
  row(writeComment, file('comment:write'), ({ parts: { ref, owner } }) =>
    together.WriteComment.parse({ ref, text: 'who rings on Friday?', [`mention-${owner.id}`]: 'on' }),
  ),
  row(raiseFlag, file('flag:raise'), ({ parts: { ref } }) => together.RaiseFlag.parse({ ref, reason: 'look again' })),
  row(lowerFlag, file('flag:raise', 'flag'), ({ parts: { ref, flag } }) => ({ ref, flagId: flag, version: 1 })),
  row(followCase, file('case:read'), ({ parts: { ref } }) => ({ ref })),
  row(unfollowCase, file('case:read'), ({ parts: { ref } }) => ({ ref })),
  row(reviewGlass, file('glass:review', 'glassBreak'), ({ parts: { ref, glassBreak } }) =>
    together.ReviewGlass.parse({ ref, breakId: glassBreak, version: '1', verdict: 'justified', finding: 'it was' }),
  ),
  row(handOver, file('case:hand-over'), ({ parts: { ref }, colleague }) =>
    together.HandOver.parse({ ref, version: '1', to: colleague.id, briefing: 'she trusts nobody else yet' }),
  ),
]

const inBulk = ({ parts: { ref } }: Given) => ({ refs: ref, list: '' })

/** A view of the actor's own, kept in the transaction that then asks for the deed on it. */
function onOwnView<O>(verb: Verb<Ctx, { viewId: string; version: number; name: string; shared: boolean }, O>): VerbRow {
  const kept = lists.SaveView.parse({ list: 'risk=R4', name: 'Grave' })
  const asked = house('case:read')
  const run: VerbRow['run'] = async (ctx) => {
    const { viewId } = await saveView(ctx, kept)
    return verb(ctx, { viewId, version: 1, name: 'Graver', shared: true })
  }
  return { name: verb.deed, verb, asked, run }
}

const ofLists: VerbRow[] = [
  row(assignCases, house('case:assign'), (given) =>
    bulk.AssignCases.parse({ ...inBulk(given), owner: given.colleague.id }),
  ),
  row(flagCases, house('flag:raise'), (given) => bulk.FlagCases.parse({ ...inBulk(given), reason: 'look again' })),
  row(addTasks, house('task:keep'), (given) =>
    bulk.AddTasks.parse({ ...inBulk(given), title: 'Ring her sister', day: '2031-05-04', hour: '09' }),
  ),
  row(saveView, house('case:read'), () => lists.SaveView.parse({ list: 'risk=R4', name: 'Grave', shared: 'on' })),
  onOwnView(editView),
  onOwnView(deleteView),
  row(exportList, house('list:export'), () => lists.ExportList.parse({ list: 'risk=R4', reason: 'for the board' })),
]

const aDraft = (ref?: string) =>
  SaveDraft.parse({
    draft: randomUUID(),
    page: randomUUID(),
    version: ref ? '1' : '0',
    name: '리은별',
    ...(ref && { ref }),
  })

const ofDrafts: VerbRow[] = [
  row(saveDraft, file('draft:write'), ({ parts: { ref } }) => aDraft(ref)),
  {
    name: discardDraft.deed,
    verb: discardDraft,
    asked: house('draft:write'),
    run: async (ctx) => discardDraft(ctx, await saveDraft(ctx, aDraft())),
  },
]

const managed = ({ colleague, password }: Given) => ({ accountId: colleague.id, version: 1, current: password })

const ofTheHouse: VerbRow[] = [
  row(openCase, house('case:open'), () => urgentCall({ name: `이름 ${randomUUID().slice(0, 4)}` })),
  row(showNames, house('name:show'), () => ShowNames.parse({ list: 'situation=HIDING' })),
  row(makeFeed, house('task:keep'), () => undefined),
  row(revokeFeed, house('task:keep'), () => undefined),
  row(setHouse, house('house:set'), () => SetHouse.parse({ name: 'calendar-feeds', value: 'off', version: '1' })),
  row(showTitles, house('name:show'), () => tasks.ShowTitles.parse({ list: 'whose=team' })),
  row(createAccount, house('account:manage'), ({ teamId, password: current }) => {
    const email = `${randomUUID().slice(0, 8)}@test.example`
    return accounts.CreateAccount.parse({ email, name: 'New', role: 'caseworker', teamId, current })
  }),
  row(disableAccount, house('account:manage'), (given) => managed(given)),
  row(moveAccount, house('account:manage'), (given) => ({ ...managed(given), teamId: given.otherTeam })),
  row(inviteAgain, house('account:manage'), (given) => managed(given)),
  row(readStaff, house('account:manage'), () => undefined),
  row(readOneStaff, house('account:manage'), ({ colleague }) => ({ accountId: colleague.id })),
  row(readNotice, house('grant:give'), ({ notice }) => ({ noticeId: notice, version: 1 })),
  row(confirmAccount, house('account:confirm'), ({ waiting }) => ({ accountId: waiting.id, version: 1 })),
  row(createTeam, house('account:manage'), () => ({ name: 'West team' })),
  row(readLog, house('audit:read'), () => log.LogQuery.parse({})),
  row(readState, house('audit:read', 'all'), () => undefined),
  row(exportLog, house('audit:export'), () => log.ExportLog.parse(exported)),
  row(exportRecords, house('record:read-pseudonymised'), () => log.ExportLog.parse(exported)),
  row(readHealth, house('health:read'), () => ({ keysDir: '/keys', world: 'own' as const, embedded: true })),
]

const ofOneself: VerbRow[] = [
  row(setLook, anyone, () => accounts.SetLook.parse({ locale: 'ko', theme: 'dark', timeZone: 'Asia/Seoul' })),
  row(changePassword, anyone, ({ password }) => ({ current: password, password: newPassword, again: newPassword })),
  row(endSession, anyone, ({ actor }) => ({ sessionId: actor.sessionId })),
  row(endOtherSessions, anyone, () => undefined),
  row(signOut, anyone, () => undefined),
]

const ofGlass: VerbRow = {
  name: breakGlass.deed,
  verb: breakGlass,
  asked: house('glass:break'),
  run: async (ctx, { password, shut }) => {
    const hint = mayEver(ctx.actor.role, 'case:open') ? (await matchNames(ctx, [shut])).hints[0] : randomUUID()
    return breakGlass(ctx, together.BreakGlass.parse({ hint, reason: 'she is at the border', current: password }))
  },
}

/** Every verb that a signed-in person can call, with what it asks of the grants table. */
export const verbTable: readonly VerbRow[] = [
  ...ofFiles,
  ...ofDecisions,
  ...ofProposals,
  ...ofTogether,
  ...ofTheHouse,
  ...ofOneself,
  ...ofContacts,
  ...ofDecisions,
  ...ofTogether,
  ...ofDrafts,
  ...ofLists,
  ...ofTheHouse,
  ...ofOneself,
  ofGlass,
]

/** Readings that open nothing of a file: they leave an entry only when names are asked for. */
export const quietVerbs: readonly unknown[] = [
  listCases,
  listDrafts,
  listTasks,
  readAccount,
  readExport,
  readGlass,
  readHome,
  readIntake,
  readListExport,
]

/** Verbs called before anyone is signed in; their own tests stand in sessions.test.ts and throttle.test.ts. */
export const outsideVerbs: readonly unknown[] = [signIn, join, readInvitation]
