import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { matchDecisions, matchStates, sameAsStates, scanStates } from '../../lib/matches/decisions'
import { caseFiles } from './case-file'
import { instant, oneOf, rowId, sealed } from './column'
import { accounts } from './house'
import { people } from './person'
import { policiesOf } from './policy'

const ofCase = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => caseFiles.id)
const ofSubject = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => people.id)

/** Two files, the person of the lesser id first, and what their evidence weighs. No value of either stands here. */
const ofPair = () => ({
  caseA: ofCase('case_a'),
  personA: ofSubject('person_a'),
  caseB: ofCase('case_b'),
  personB: ofSubject('person_b'),
  /** Codes of fields with their verdicts and weights: `names agrees same-sound 62; sex missing unknown 0`. */
  scores: text('scores').notNull(),
  total: integer('total').notNull(),
})

/** Two files that may be about one person, as the matcher found them. */
export const matchPairs = pgTable(
  'match_pair',
  {
    id: rowId(),
    ...ofPair(),
    state: text('state').notNull().default('open'),
    foundAt: instant('found_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('match_pair_once').on(t.personA, t.personB),
    index('match_pair_strength').on(t.state, t.total.desc(), t.id),
    index('match_pair_case_a').on(t.caseA),
    index('match_pair_case_b').on(t.caseB),
    index('match_pair_person_b').on(t.personB),
    check('match_pair_two', sql`${t.personA} < ${t.personB} and ${t.caseA} <> ${t.caseB}`),
    oneOf('match_pair_state', t.state, matchStates),
    ...policiesOf('match_pair'),
  ],
)

/** What somebody decided about a pair. Nothing moves and nobody's reach changes by it, and it can be undone. */
export const sameAs = pgTable(
  'same_as',
  {
    id: rowId(),
    pairId: uuid('pair_id')
      .notNull()
      .references(() => matchPairs.id),
    ...ofPair(),
    decision: text('decision').notNull(),
    state: text('state').notNull(),
    reason: sealed('reason').notNull(),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => accounts.id),
    decidedAt: instant('decided_at').notNull(),
    settledBy: uuid('settled_by').references(() => accounts.id),
    settledAt: instant('settled_at'),
    settledReason: sealed('settled_reason'),
    undoneBy: uuid('undone_by').references(() => accounts.id),
    undoneAt: instant('undone_at'),
    undoneReason: sealed('undone_reason'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('same_as_live')
      .on(t.pairId)
      .where(sql`${t.state} in ('waiting', 'standing')`),
    index('same_as_pair').on(t.pairId, t.decidedAt),
    index('same_as_case_a').on(t.caseA),
    index('same_as_case_b').on(t.caseB),
    index('same_as_person_a').on(t.personA),
    index('same_as_person_b').on(t.personB),
    index('same_as_decided_by').on(t.decidedBy),
    index('same_as_settled_by').on(t.settledBy),
    index('same_as_undone_by').on(t.undoneBy),
    oneOf('same_as_decision', t.decision, matchDecisions),
    oneOf('same_as_state', t.state, sameAsStates),
    check(
      'same_as_second_person',
      sql`${t.decision} <> 'same' or ${t.state} <> 'standing' or ${t.settledBy} is not null`,
    ),
    check('same_as_not_own', sql`${t.state} = 'withdrawn' or ${t.settledBy} is distinct from ${t.decidedBy}`),
    ...policiesOf('same_as'),
  ],
)

/** A coordinator asks the holder of the other file for a grant: which of the two, who and when. */
export const matchAsks = pgTable(
  'match_ask',
  {
    id: rowId(),
    pairId: uuid('pair_id')
      .notNull()
      .references(() => matchPairs.id),
    caseId: ofCase('case_id'),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => accounts.id),
    askedAt: instant('asked_at').notNull(),
  },
  (t) => [
    uniqueIndex('match_ask_once').on(t.pairId, t.caseId, t.askedBy),
    index('match_ask_case').on(t.caseId),
    index('match_ask_by').on(t.askedBy),
  ],
).enableRLS()

/** One search over all files: how far it has come is the last tag that was looked at. */
export const matchScans = pgTable(
  'match_scan',
  {
    id: rowId(),
    state: text('state').notNull().default('waiting'),
    cursor: text('cursor').notNull().default(''),
    files: integer('files').notNull().default(0),
    compared: integer('compared').notNull().default(0),
    pairs: integer('pairs').notNull().default(0),
    skipped: integer('skipped').notNull().default(0),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => accounts.id),
    askedAt: instant('asked_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('match_scan_one')
      .on(sql`(true)`)
      .where(sql`${t.state} in ('waiting', 'running')`),
    index('match_scan_asked').on(t.askedAt),
    index('match_scan_by').on(t.askedBy),
    oneOf('match_scan_state', t.state, scanStates),
    ...policiesOf('match_scan'),
  ],
)

/** Files in which something changed that people are compared by, until the matcher has looked at them again. */
export const matchDue = pgTable('match_due', { id: rowId(), caseId: ofCase('case_id') }, (t) => [
  index('match_due_case').on(t.caseId),
  ...policiesOf('match_due'),
])
