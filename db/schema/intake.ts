import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { consentCapacities, consentDecisions, consentMethods, consentScopes } from '../../lib/consents/consents'
import { answerPurposes, answerStates, intakeQuestions } from '../../lib/intake/questions'
import { likenesses } from '../../lib/intake/likenesses'
import { instant, oneOf, rowId, sameFile, sealed } from './column'
import { caseFiles } from './case-file'
import { accounts } from './house'
import { people } from './person'
import { ofFile, written } from './of-file'
import { policiesOf } from './policy'

/** What its author has typed of an intake and not sent: one draft of a kind for each author and file. */
export const drafts = pgTable(
  'draft',
  {
    id: rowId(),
    caseId: ofFile(),
    kind: text('kind').notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => accounts.id),
    typed: sealed('typed').notNull(),
    startedAt: instant('started_at').notNull(),
    savedAt: instant('saved_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('draft_once').on(t.authorId, t.caseId, t.kind),
    index('draft_case').on(t.caseId),
    index('draft_author').on(t.authorId, t.savedAt),
    index('draft_saved').on(t.savedAt),
    oneOf('draft_kind', t.kind, ['opening', 'interview']),
    ...policiesOf('draft'),
  ],
)

/** An answer of the interview; a later one stands for an earlier, which stays. */
export const intakeAnswers = pgTable(
  'intake_answer',
  {
    id: rowId(),
    caseId: ofFile(),
    question: text('question').notNull(),
    state: text('state').notNull(),
    value: sealed('value'),
    purpose: text('purpose'),
    ...written(),
  },
  (t) => [
    index('intake_answer_case').on(t.caseId, t.recordedAt),
    oneOf('intake_answer_question', t.question, intakeQuestions),
    oneOf('intake_answer_state', t.state, answerStates),
    oneOf('intake_answer_purpose', t.purpose, answerPurposes),
    ...policiesOf('intake_answer'),
  ],
)

/** What somebody allowed, refused or took back, scope by scope: it only grows. */
export const consents = pgTable(
  'consent',
  {
    id: rowId(),
    caseId: ofFile(),
    givenBy: uuid('given_by').notNull(),
    capacity: text('capacity').notNull(),
    scope: text('scope').notNull(),
    decision: text('decision').notNull(),
    method: text('method').notNull(),
    at: sealed('at').notNull(),
    circumstances: sealed('circumstances'),
    ...written(),
  },
  (t) => [
    index('consent_case').on(t.caseId, t.recordedAt),
    index('consent_given_by').on(t.givenBy),
    sameFile('consent_given_by', { of: t.givenBy, caseId: t.caseId }, people),
    oneOf('consent_capacity', t.capacity, consentCapacities),
    oneOf('consent_scope', t.scope, consentScopes),
    oneOf('consent_decision', t.decision, consentDecisions),
    oneOf('consent_method', t.method, consentMethods),
    ...policiesOf('consent'),
  ],
)

/** What was said of a person on file when an intake bore a name like theirs, and of which file, if one was opened, the intake is. */
export const likenessAnswers = pgTable(
  'likeness_answer',
  {
    id: rowId(),
    caseId: ofFile(),
    personId: uuid('person_id').notNull(),
    forCaseId: uuid('for_case_id').references(() => caseFiles.id),
    answer: text('answer').notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => accounts.id),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    index('likeness_answer_case').on(t.caseId),
    index('likeness_answer_for_case').on(t.forCaseId),
    index('likeness_answer_person').on(t.personId),
    index('likeness_answer_by').on(t.recordedBy),
    sameFile('likeness_answer_person', { of: t.personId, caseId: t.caseId }, people),
    oneOf('likeness_answer_answer', t.answer, likenesses),
    ...policiesOf('likeness_answer'),
  ],
)
