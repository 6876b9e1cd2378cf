import { assignCase, setConfidentiality } from '@/db/cases/assign-case'
import { giveGrant, revokeGrant } from '@/db/cases/give-grant'
import { closeCase } from '@/db/cases/close-case'
import { monitorCase } from '@/db/cases/monitor-case'
import { readCase } from '@/db/cases/read-case'
import { reopenCase } from '@/db/cases/reopen-case'
import { addChannel, editChannel } from '@/db/contacts/add-channel'
import { arrangeChannel } from '@/db/contacts/arrange-channel'
import { changePhrase } from '@/db/contacts/change-phrase'
import { readFamily } from '@/db/contacts/read-family'
import { recordContact } from '@/db/contacts/record-contact'
import { recordSignOfLife } from '@/db/contacts/record-sign-of-life'
import { revealContact } from '@/db/contacts/reveal-contact'
import { unfreezeChannel } from '@/db/contacts/unfreeze-channel'
import { addName } from '@/db/people/add-name'
import { addPerson } from '@/db/people/add-person'
import { addRelative } from '@/db/people/add-relative'
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
import { closeTask } from '@/db/tasks/close-task'
import { editTask } from '@/db/tasks/edit-task'
import { readCaseTasks } from '@/db/tasks/read-case-tasks'
import { readTimeline } from '@/db/timeline/read-timeline'
import { followCase, unfollowCase } from '@/db/together/follow-case'
import { handOver } from '@/db/together/hand-over'
import { lowerFlag, raiseFlag } from '@/db/together/raise-flag'
import { readTogether } from '@/db/together/read-together'
import { referCase, revokeReferral } from '@/db/together/refer-case'
import { reviewGlass } from '@/db/together/review-glass'
import { writeComment } from '@/db/together/write-comment'
import * as decisions from '@/lib/decisions/forms'
import * as cases from '@/lib/cases/forms'
import * as contacts from '@/lib/contacts/forms'
import * as people from '@/lib/people/forms'
import { AddRiskFactor, OverrideRisk } from '@/lib/risk/forms'
import { RecordSituation } from '@/lib/situations/forms'
import * as sources from '@/lib/sources/forms'
import { TimelineQuery } from '@/lib/timeline/forms'
import * as tasks from '@/lib/tasks/forms'
import * as together from '@/lib/together/forms'
import { reopenClosed, withdrawDeath } from './decided'
import { type VerbRow, file, row } from './verb-row'
export const ofFiles: VerbRow[] = [
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
  row(addRelative, file('case:edit'), ({ parts: { ref } }) =>
    contacts.AddRelative.parse({
      ref,
      name: '리은하',
      type: 'SIBLING',
      kind: 'phone',
      value: '010 5555',
      from: '20:00',
      until: '22:00',
      zone: 'Asia/Seoul',
    }),
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

export const ofContacts: VerbRow[] = [
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
  row(changePhrase, file('case:edit', 'channel'), ({ parts: { ref, channel } }) =>
    contacts.ChangePhrase.parse({ ref, channelId: channel, version: '2', codePhrase: 'the plums are late' }),
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

export const ofDecisions: VerbRow[] = [
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

export const ofProposals: VerbRow[] = [
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

export const ofTogether: VerbRow[] = [
  row(readTogether, file('case:read'), ({ parts: { ref } }) => ({ ref })),
  row(writeComment, file('comment:write'), ({ parts: { ref, owner } }) =>
    together.WriteComment.parse({ ref, text: 'who rings on Friday?', [`mention-${owner.id}`]: 'on' }),
  ),
  row(raiseFlag, file('flag:raise'), ({ parts: { ref } }) => together.RaiseFlag.parse({ ref, reason: 'look again' })),
  row(lowerFlag, file('case:edit', 'flag'), ({ parts: { ref, flag } }) =>
    together.LowerFlag.parse({ ref, flagId: flag, version: '1', reason: 'it was a slip' }),
  ),
  row(followCase, file('case:read'), ({ parts: { ref } }) => ({ ref })),
  row(unfollowCase, file('case:read'), ({ parts: { ref } }) => ({ ref })),
  row(referCase, file('case:refer'), ({ parts: { ref }, otherTeam }) =>
    together.ReferCase.parse({ ref, toTeam: otherTeam, reason: 'they speak the language' }),
  ),
  row(revokeReferral, file('case:refer', 'referral'), ({ parts: { ref, referral } }) => ({
    ref,
    referralId: referral,
    version: 1,
  })),
  row(reviewGlass, file('glass:review', 'glassBreak'), ({ parts: { ref, glassBreak } }) =>
    together.ReviewGlass.parse({ ref, breakId: glassBreak, version: '1', verdict: 'justified', finding: 'it was' }),
  ),
  row(handOver, file('case:hand-over'), ({ parts: { ref }, colleague }) =>
    together.HandOver.parse({ ref, version: '1', to: colleague.id, briefing: 'she trusts nobody else yet' }),
  ),
]
