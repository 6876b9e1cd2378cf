import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { predicates } from '../../lib/claims/predicates'
import { provinces } from '../../lib/places/provinces'
import { situations } from '../../lib/situations/situations'
import { claimStates, credibilities, distances, reliabilities, sourceTypes, stances } from '../../lib/sources/sources'
import { instant, ofItsFile, oneOf, rowId, sameFile, sealed } from './column'
import { people } from './person'
import { ofFile } from './of-file'
import { policiesOf } from './policy'

export const sources = pgTable(
  'source',
  {
    id: rowId(),
    caseId: ofFile(),
    code: text('code').notNull(),
    type: text('type').notNull(),
    reliability: text('reliability').notNull(),
    distance: text('distance').notNull(),
    originGroup: integer('origin_group').notNull(),
    connection: sealed('connection'),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('source_code').on(t.caseId, t.code),
    ofItsFile('source', t),
    oneOf('source_type', t.type, sourceTypes),
    oneOf('source_reliability', t.reliability, reliabilities),
    oneOf('source_distance', t.distance, distances),
    ...policiesOf('source'),
  ],
)

/** Who the source is stands apart, behind the class of sources. */
export const sourceIdentities = pgTable(
  'source_identity',
  {
    sourceId: uuid('source_id').primaryKey(),
    caseId: ofFile(),
    name: sealed('name').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('source_identity_case').on(t.caseId),
    sameFile('source_identity_source', { of: t.sourceId, caseId: t.caseId }, sources),
    ...policiesOf('source_identity'),
  ],
)

export const claims = pgTable(
  'claim',
  {
    id: rowId(),
    caseId: ofFile(),
    personId: uuid('person_id').notNull(),
    sourceId: uuid('source_id').notNull(),
    predicate: text('predicate').notNull(),
    value: sealed('value').notNull(),
    quote: sealed('quote'),
    stance: text('stance').notNull().default('asserts'),
    credibility: text('credibility').notNull(),
    distance: text('distance').notNull(),
    state: text('state').notNull().default('open'),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('claim_case').on(t.caseId, t.recordedAt),
    ofItsFile('claim', t),
    sameFile('claim_person', { of: t.personId, caseId: t.caseId }, people),
    sameFile('claim_source', { of: t.sourceId, caseId: t.caseId }, sources),
    index('claim_source').on(t.sourceId),
    index('claim_person').on(t.personId),
    oneOf('claim_predicate', t.predicate, predicates),
    oneOf('claim_stance', t.stance, stances),
    oneOf('claim_credibility', t.credibility, credibilities),
    oneOf('claim_distance', t.distance, distances),
    oneOf('claim_state', t.state, claimStates),
    ...policiesOf('claim'),
  ],
)

export const situationEntries = pgTable(
  'situation_entry',
  {
    id: rowId(),
    caseId: ofFile(),
    situation: text('situation').notNull(),
    valid: sealed('valid'),
    validMonth: text('valid_month'),
    stance: text('stance').notNull().default('asserts'),
    place: sealed('place'),
    province: text('province'),
    reliability: text('reliability').notNull(),
    credibility: text('credibility').notNull(),
    note: sealed('note'),
    gapReason: sealed('gap_reason'),
    correctionOf: uuid('correction_of'),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('situation_entry_case').on(t.caseId, t.recordedAt),
    ofItsFile('situation_entry', t),
    sameFile('situation_entry_correction', { of: t.correctionOf, caseId: t.caseId }, t),
    uniqueIndex('situation_entry_corrected_once').on(t.correctionOf),
    oneOf('situation_entry_situation', t.situation, situations),
    oneOf('situation_entry_stance', t.stance, stances),
    oneOf('situation_entry_province', t.province, provinces),
    oneOf('situation_entry_reliability', t.reliability, reliabilities),
    oneOf('situation_entry_credibility', t.credibility, credibilities),
    ...policiesOf('situation_entry'),
  ],
)

export const situationBases = pgTable(
  'situation_basis',
  {
    entryId: uuid('entry_id').notNull(),
    claimId: uuid('claim_id').notNull(),
    caseId: ofFile(),
  },
  (t) => [
    primaryKey({ columns: [t.entryId, t.claimId] }),
    index('situation_basis_case').on(t.caseId),
    sameFile('situation_basis_entry', { of: t.entryId, caseId: t.caseId }, situationEntries),
    sameFile('situation_basis_claim', { of: t.claimId, caseId: t.caseId }, claims),
    index('situation_basis_claim').on(t.claimId),
    ...policiesOf('situation_basis'),
  ],
)
