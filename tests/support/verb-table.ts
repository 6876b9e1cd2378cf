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
import { setReminders } from '@/db/reminders/set-reminders'
import { signIn } from '@/db/accounts/sign-in'
import { assignCases } from '@/db/cases/assign-cases'
import { listCases } from '@/db/cases/list-cases'
import { matchNames } from '@/db/cases/match-names'
import { openCase } from '@/db/cases/open-case'
import { readIntake } from '@/db/cases/read-intake'
import { showNames } from '@/db/cases/show-names'
import type { Ctx, Verb } from '@/db/ctx'
import { discardDraft } from '@/db/drafts/discard-draft'
import { listImports } from '@/db/imports/read-import'
import { listDrafts } from '@/db/drafts/list-drafts'
import { saveDraft } from '@/db/drafts/save-draft'
import { readHome } from '@/db/home/read-home'
import { readNotice } from '@/db/home/read-notice'
import { makeFeed, revokeFeed } from '@/db/calendar/make-feed'
import { setHouse } from '@/db/house/set-house'
import { readHealth } from '@/db/house/read-health'
import { deleteView } from '@/db/lists/delete-view'
import { editView } from '@/db/lists/edit-view'
import { exportList, readListExport, readRowsExport } from '@/db/lists/export-list'
import { replaceView } from '@/db/lists/replace-view'
import { saveView } from '@/db/lists/save-view'
import { exportLog } from '@/db/log/export-log'
import { exportRecords } from '@/db/log/export-records'
import { readExport } from '@/db/log/read-export'
import { finishInterview } from '@/db/intake/finish-interview'
import { readInterview } from '@/db/intake/read-interview'
import { recordAnswers } from '@/db/intake/record-answers'
import { recordConsents } from '@/db/intake/record-consents'
import { readLog } from '@/db/log/read-log'
import { readState } from '@/db/log/read-state'
import { listSearches } from '@/db/search/list-searches'
import { readSearch } from '@/db/search/read-search'
import { deleteSearch, saveSearch } from '@/db/search/save-search'
import { showFound } from '@/db/search/show-found'
import { repeatSearch, stepSearch } from '@/db/search/step-search'
import { submitSearch } from '@/db/search/submit-search'
import { addTasks } from '@/db/tasks/add-tasks'
import { listTasks } from '@/db/tasks/list-tasks'
import { showTitles } from '@/db/tasks/show-titles'
import { askMatch } from '@/db/matches/ask-match'
import { decideMatch } from '@/db/matches/decide-match'
import { findMatches } from '@/db/matches/find-matches'
import { listMatches } from '@/db/matches/list-matches'
import { readMatch } from '@/db/matches/read-match'
import { approveMatch, declineMatch, undoMatch } from '@/db/matches/approve-match'
import { createTeam } from '@/db/teams/create-team'
import { flagCases } from '@/db/together/flag-cases'
import { breakGlass, readGlass } from '@/db/together/break-glass'
import { decideReferral } from '@/db/together/decide-referral'
import { mayEver } from '@/lib/access/can'
import type { Deed } from '@/lib/access/grants'
import * as accounts from '@/lib/accounts/forms'
import * as bulk from '@/lib/cases/after-bulk'
import { ShowNames } from '@/lib/cases/list-cases'
import * as intake from '@/lib/intake/forms'
import * as lists from '@/lib/lists/forms'
import { SaveDraft } from '@/lib/intake/drafts'
import { SetHouse } from '@/lib/house/forms'
import * as log from '@/lib/log/forms'
import * as matches from '@/lib/matches/forms'
import * as searching from '@/lib/search/forms'
import * as tasks from '@/lib/tasks/forms'
import * as together from '@/lib/together/forms'
import { urgentCall } from './cases'
import { ofSentLists } from './list-verbs'
import { ofFiles, ofContacts, ofDecisions, ofProposals, ofTogether } from './file-verbs'
import { ofInterventions } from './intervention-verbs'
import { type Given, type VerbRow, anyone, file, house, row } from './verb-row'
const exported = { kind: 'entries', format: 'csv', reason: 'asked for by the board' }
const newPassword = 'a new password that is long'

const inBulk = ({ parts: { ref } }: Given) => ({ refs: ref, list: '' })

/** What is done with a pair of files, of which each has its entry. */
const onBoth = <I, O>(verb: Verb<Ctx, I, O>, input: (given: Given) => I, deed: Deed = 'match:decide'): VerbRow[] => [
  { ...row(verb, house(deed), input), entries: 2 },
]

/** A view of the actor's own, kept in the transaction that then asks for the deed on it. */
function onOwnView<O>(
  verb: Verb<Ctx, { viewId: string; version: number; name: string; shared: boolean; list: string }, O>,
): VerbRow {
  const kept = lists.SaveView.parse({ list: 'risk=R4', name: 'Grave' })
  const asked = house('case:read')
  const run: VerbRow['run'] = async (ctx) => {
    const { viewId } = await saveView(ctx, kept)
    return verb(ctx, { viewId, version: 1, name: 'Graver', shared: true, list: 'risk=R3' })
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
  onOwnView(replaceView),
  onOwnView(deleteView),
  row(exportList, house('list:export'), () => lists.ExportList.parse({ list: 'risk=R4', reason: 'for the board' })),
]

/** A search of the actor's own, made in the transaction that then asks for the deed on it. */
function onOwnSearch<O>(
  verb: Verb<Ctx, { id: string; version: number; name: string; step: 'narrow'; text: string }, O>,
): VerbRow {
  const asked = verb.deed === 'names.show' ? house('name:show') : house('case:read')
  const run: VerbRow['run'] = async (ctx) => {
    const { searchId } = await submitSearch(ctx, searching.SubmitSearch.parse({ text: '리은별' }))
    return verb(ctx, { id: searchId, version: 1, name: 'The river', step: 'narrow', text: 'river' })
  }
  return { name: verb.deed, verb, asked, run }
}

const ofSearches: VerbRow[] = [
  row(submitSearch, house('case:read'), () => searching.SubmitSearch.parse({ text: '리은별', risk: 'R4' })),
  onOwnSearch(stepSearch),
  onOwnSearch(saveSearch),
  onOwnSearch(deleteSearch),
  onOwnSearch(showFound),
  {
    name: repeatSearch.deed,
    verb: repeatSearch,
    asked: house('case:read'),
    run: async (ctx) => {
      const { searchId } = await submitSearch(ctx, searching.SubmitSearch.parse({ text: 'river' }))
      return repeatSearch(ctx, { id: searchId, step: 'on' })
    },
  },
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
  row(readInterview, file('case:read'), ({ parts: { ref } }) => ({ ref, step: undefined, ask: undefined })),
  row(recordAnswers, file('case:edit'), ({ parts: { ref } }) =>
    intake.RecordAnswers.parse({ ref, step: 'route', routeState: 'refused' }),
  ),
  row(recordConsents, file('consent:record', 'caller'), ({ parts: { ref, caller } }) =>
    intake.RecordConsents.parse({
      ref,
      givenBy: caller,
      capacity: 'LEGAL_REP',
      method: 'voice',
      at: '2021',
      language: 'Korean',
      CASEWORK: 'granted',
    }),
  ),
  row(finishInterview, file('case:close'), ({ parts: { ref } }) => ({ ref })),
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
  row(decideReferral, house('referral:decide'), ({ referral, colleague }) =>
    together.DecideReferral.parse({ referralId: referral, decision: 'accept', owner: colleague.id }),
  ),
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
  row(setReminders, house('task:keep'), () => ({ reminds: false })),
  row(changePassword, anyone, ({ password }) => ({ current: password, password: newPassword, again: newPassword })),
  row(endSession, anyone, ({ actor }) => ({ sessionId: actor.sessionId })),
  row(endOtherSessions, anyone, () => undefined),
  row(signOut, anyone, () => undefined),
]

const ofMatches: VerbRow[] = [
  row(findMatches, house('match:find'), () => ({})),
  ...onBoth(readMatch, ({ pairs }) => ({ id: pairs.open })),
  ...onBoth(decideMatch, ({ pairs }) =>
    matches.DecideMatch.parse({ pairId: pairs.open, version: '1', decision: 'same', reason: 'one phone' }),
  ),
  ...onBoth(undoMatch, ({ pairs }) =>
    matches.UndoMatch.parse({ ...pairs.decided, version: '1', reason: 'looked again' }),
  ),
  ...onBoth(
    approveMatch,
    ({ pairs }) => matches.ApproveMatch.parse({ ...pairs.proposed, version: '1' }),
    'proposal:decide',
  ),
  ...onBoth(
    declineMatch,
    ({ pairs }) => matches.DeclineMatch.parse({ ...pairs.proposed, version: '1', reason: 'two sisters' }),
    'proposal:decide',
  ),
  ...onBoth(askMatch, ({ pairs }) => ({ pairId: pairs.elsewhere }), 'match:ask'),
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
  ...ofInterventions,
  ...ofTogether,
  ...ofTheHouse,
  ...ofOneself,
  ...ofContacts,
  ...ofDecisions,
  ...ofTogether,
  ...ofDrafts,
  ...ofLists,
  ...ofMatches,
  ...ofSentLists,
  ...ofSearches,
  ...ofTheHouse,
  ...ofOneself,
  ofGlass,
]

/** Readings that open nothing of a file: they leave an entry only when names are asked for. */
export const quietVerbs: readonly unknown[] = [
  listCases,
  listDrafts,
  listMatches,
  listImports,
  listSearches,
  listTasks,
  readAccount,
  readExport,
  readGlass,
  readHome,
  readIntake,
  readListExport,
  readRowsExport,
  readSearch,
]

/** Verbs called before anyone is signed in; their own tests stand in sessions.test.ts and throttle.test.ts. */
export const outsideVerbs: readonly unknown[] = [signIn, join, readInvitation]
