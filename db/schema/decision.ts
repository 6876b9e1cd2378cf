import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { closingReasons, reopeningReasons } from '../../lib/cases/closing'
import { proposalKinds, proposalStates } from '../../lib/cases/proposals'
import { workflows } from '../../lib/cases/workflow'
import { riskFactors as factors } from '../../lib/risk/risk-factors'
import { risks } from '../../lib/risk/risks'
import { instant, oneOf, rowId, sealed } from './column'
import { ofFile, written } from './of-file'
import { policiesOf } from './policy'

/** `proposedBy` is null where a rule proposes. Nobody decides his own. */
export const proposals = pgTable(
  'proposal',
  {
    id: rowId(),
    caseId: ofFile(),
    kind: text('kind').notNull(),
    state: text('state').notNull().default('waiting'),
    payload: sealed('payload'),
    proposedBy: uuid('proposed_by'),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    reason: sealed('reason'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('proposal_case').on(t.caseId, t.proposedAt),
    uniqueIndex('proposal_waiting')
      .on(t.caseId, t.kind)
      .where(sql`${t.state} = 'waiting'`),
    oneOf('proposal_kind', t.kind, proposalKinds),
    oneOf('proposal_state', t.state, proposalStates),
    check(
      'proposal_not_own',
      sql`${t.state} in ('waiting', 'withdrawn') or ${t.decidedBy} is distinct from ${t.proposedBy}`,
    ),
    ...policiesOf('proposal'),
  ],
)

/** Every step of our own work on a file: it only grows. */
export const workflowSteps = pgTable(
  'workflow_step',
  {
    id: rowId(),
    caseId: ofFile(),
    fromWorkflow: text('from_workflow').notNull(),
    toWorkflow: text('to_workflow').notNull(),
    reason: text('reason'),
    note: sealed('note'),
    approvedBy: uuid('approved_by'),
    ...written(),
  },
  (t) => [
    index('workflow_step_case').on(t.caseId, t.recordedAt),
    oneOf('workflow_step_from', t.fromWorkflow, workflows),
    oneOf('workflow_step_to', t.toWorkflow, workflows),
    oneOf('workflow_step_reason', t.reason, [...closingReasons, ...reopeningReasons]),
    ...policiesOf('workflow_step'),
  ],
)

export const riskFactors = pgTable(
  'risk_factor',
  {
    id: rowId(),
    caseId: ofFile(),
    factor: text('factor').notNull(),
    note: sealed('note'),
    endedBy: uuid('ended_by'),
    endedAt: instant('ended_at'),
    ...written(),
  },
  (t) => [
    index('risk_factor_case').on(t.caseId, t.recordedAt),
    uniqueIndex('risk_factor_once')
      .on(t.caseId, t.factor)
      .where(sql`${t.endedAt} is null`),
    oneOf('risk_factor_factor', t.factor, factors),
    ...policiesOf('risk_factor'),
  ],
)

export const riskOverrides = pgTable(
  'risk_override',
  {
    id: rowId(),
    caseId: ofFile(),
    risk: text('risk').notNull(),
    reason: sealed('reason').notNull(),
    until: instant('until').notNull(),
    endedBy: uuid('ended_by'),
    endedAt: instant('ended_at'),
    ...written(),
  },
  (t) => [
    index('risk_override_case').on(t.caseId, t.recordedAt),
    uniqueIndex('risk_override_once')
      .on(t.caseId)
      .where(sql`${t.endedAt} is null`),
    oneOf('risk_override_risk', t.risk, risks),
    ...policiesOf('risk_override'),
  ],
)
