import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import {
  disclosedFields,
  impacts,
  interventionOutcomes,
  interventionStates,
  interventionTypes,
  mechanisms,
} from '../../lib/interventions/interventions'
import { awaitingStates } from '../../lib/interventions/may-step'
import { instant, ofItsFile, oneOf, rowId, sameFile, sealed } from './column'
import { proposals } from './decision'
import { ofFile, written } from './of-file'
import { policiesOf } from './policy'

const listed = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(', '))

/** What is submitted to a body about a case. Once approved its words stay as they are: what was sent is what stands here. */
export const interventions = pgTable(
  'intervention',
  {
    id: rowId(),
    caseId: ofFile(),
    type: text('type').notNull(),
    mechanism: text('mechanism').notNull(),
    addressee: sealed('addressee').notNull(),
    requestedAction: sealed('requested_action').notNull(),
    disclosedFields: text('disclosed_fields').array().notNull(),
    harm: sealed('harm').notNull(),
    state: text('state').notNull().default('draft'),
    outcome: text('outcome'),
    changedBy: uuid('changed_by').notNull(),
    approvedBy: uuid('approved_by'),
    approvedAt: instant('approved_at'),
    overrideId: uuid('override_id').references(() => proposals.id),
    submittedAt: instant('submitted_at'),
    replyDueAt: instant('reply_due_at'),
    ...written(),
  },
  (t) => [
    index('intervention_case').on(t.caseId, t.recordedAt),
    index('intervention_reply')
      .on(t.replyDueAt)
      .where(sql`${t.state} in (${listed(awaitingStates)})`),
    ofItsFile('intervention', t),
    oneOf('intervention_type', t.type, interventionTypes),
    oneOf('intervention_mechanism', t.mechanism, mechanisms),
    oneOf('intervention_state', t.state, interventionStates),
    oneOf('intervention_outcome', t.outcome, interventionOutcomes),
    check(
      'intervention_discloses',
      sql`cardinality(${t.disclosedFields}) > 0 and ${t.disclosedFields} <@ array[${listed(disclosedFields)}]`,
    ),
    check(
      'intervention_not_own',
      sql`${t.approvedBy} is null or (${t.approvedBy} <> ${t.recordedBy} and ${t.approvedBy} <> ${t.changedBy})`,
    ),
    check('intervention_approved', sql`${t.state} in ('draft', 'withdrawn') or ${t.approvedBy} is not null`),
    check(
      'intervention_submitted',
      sql`${t.state} in ('draft', 'approved', 'withdrawn') or ${t.submittedAt} is not null`,
    ),
    ...policiesOf('intervention'),
  ],
)

/** What was done with an intervention, step by step, and the consents that each disclosure rested on: it only grows. */
export const interventionSteps = pgTable(
  'intervention_step',
  {
    id: rowId(),
    caseId: ofFile(),
    interventionId: uuid('intervention_id').notNull(),
    state: text('state').notNull(),
    outcome: text('outcome'),
    impact: text('impact'),
    at: sealed('at').notNull(),
    note: sealed('note'),
    consents: uuid('consents').array().notNull().default([]),
    ...written(),
  },
  (t) => [
    index('intervention_step_case').on(t.caseId, t.recordedAt),
    sameFile('intervention_step_intervention', { of: t.interventionId, caseId: t.caseId }, interventions),
    oneOf('intervention_step_state', t.state, interventionStates),
    oneOf('intervention_step_outcome', t.outcome, interventionOutcomes),
    oneOf('intervention_step_impact', t.impact, impacts),
    ...policiesOf('intervention_step'),
  ],
)
