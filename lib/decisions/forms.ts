import { z } from 'zod'
import { credibilities } from '@/lib/sources/sources'
import { checkbox, choice, prose, uuid } from '@/lib/text'
import { closingReasons, reopeningReasons } from '@/lib/cases/closing'
import { Ref, Version } from '@/lib/cases/forms'

const ofProposal = { ref: Ref, proposalId: uuid({ required: true }), version: Version }

/** `sourceId` and `credibility` belong to what a rule proposed: its entry needs somebody's word. */
export const ApproveProposal = z.object({
  ...ofProposal,
  reason: prose({ max: 1000 }),
  sourceId: uuid(),
  credibility: choice(credibilities),
  dropTasks: checkbox(),
})
export type ApproveProposal = z.infer<typeof ApproveProposal>

export const DeclineProposal = z.object({ ...ofProposal, reason: prose({ max: 1000, required: true }) })
export type DeclineProposal = z.infer<typeof DeclineProposal>

export const WithdrawProposal = z.object(ofProposal)
export type WithdrawProposal = z.infer<typeof WithdrawProposal>

export const CloseCase = z.object({
  ref: Ref,
  version: Version,
  reason: choice(closingReasons, { required: true }),
  note: prose({ max: 2000 }),
  dropTasks: checkbox(),
})
export type CloseCase = z.infer<typeof CloseCase>

export const ReopenCase = z.object({
  ref: Ref,
  version: Version,
  reason: choice(reopeningReasons, { required: true }),
  note: prose({ max: 2000 }),
})
export type ReopenCase = z.infer<typeof ReopenCase>

/** Between working on a file and only watching it. */
export const MonitorCase = z.object({
  ref: Ref,
  version: Version,
  to: choice(['active', 'monitoring'], { required: true }),
})
export type MonitorCase = z.infer<typeof MonitorCase>

/** A closing as its proposal keeps it. */
export const ProposedClosing = CloseCase.pick({ reason: true, note: true, dropTasks: true })
export type ProposedClosing = z.infer<typeof ProposedClosing>
