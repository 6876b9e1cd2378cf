import { type SQL, sql } from 'drizzle-orm'
import {
  type PgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { confidentialities } from '../../lib/cases/confidentiality'
import { openWorkflows, workflows } from '../../lib/cases/workflow'
import { provinces } from '../../lib/places/provinces'
import { risks } from '../../lib/risk/risks'
import { situations } from '../../lib/situations/situations'
import { credibilities, reliabilities } from '../../lib/sources/sources'
import { bytes, instant, oneOf, rowId, sealed } from './column'
import { accounts, teams } from './house'
import { policiesOf } from './policy'

/** What nearly every list asks for; written out, because an index of open files serves only statements that say the same. */
export const isOpen = ({ workflow }: { workflow: PgColumn }): SQL =>
  sql`${workflow} in (${sql.raw(openWorkflows.map((word) => `'${word}'`).join(', '))})`

export const caseFiles = pgTable(
  'case_file',
  {
    id: rowId(),
    ref: text('ref').notNull(),
    pseudonym: bytes('pseudonym').notNull(),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => accounts.id),
    confidentiality: text('confidentiality').notNull().default('assigned'),
    /** The stricter of this file's and a linked one's while the link stands; it changes nobody's reach. */
    confidentialityByLink: text('confidentiality_by_link'),
    workflow: text('workflow').notNull().default('active'),
    situation: text('situation').notNull(),
    situationMonth: text('situation_month'),
    reliability: text('reliability').notNull(),
    credibility: text('credibility').notNull(),
    risk: text('risk').notNull(),
    riskThen: text('risk_then'),
    riskUntil: instant('risk_until'),
    isFlagged: boolean('is_flagged').notNull().default(false),
    province: text('province'),
    silentSince: date('silent_since').notNull(),
    reviewDue: instant('review_due'),
    openedAt: instant('opened_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('case_file_ref').on(t.ref),
    uniqueIndex('case_file_pseudonym').on(t.pseudonym),
    index('case_file_list').on(t.teamId, t.confidentiality, t.changedAt.desc(), t.id),
    index('case_file_owner').on(t.ownerId, t.changedAt.desc(), t.id),
    index('case_file_open').on(t.teamId, t.confidentiality, t.changedAt.desc(), t.id).where(isOpen(t)),
    index('case_file_situation')
      .on(t.teamId, t.confidentiality, t.situation, t.risk, t.changedAt.desc(), t.id)
      .where(isOpen(t)),
    index('case_file_risk').on(t.teamId, t.confidentiality, t.risk, t.changedAt.desc(), t.id).where(isOpen(t)),
    index('case_file_province').on(t.teamId, t.confidentiality, t.province, t.changedAt.desc(), t.id).where(isOpen(t)),
    index('case_file_flagged')
      .on(t.teamId, t.confidentiality, t.changedAt.desc(), t.id)
      .where(sql`${t.isFlagged} and ${isOpen(t)}`),
    index('case_file_silence').on(t.teamId, t.confidentiality, t.silentSince, t.id).where(isOpen(t)),
    index('case_file_review').on(t.teamId, t.confidentiality, t.reviewDue, t.id).where(isOpen(t)),
    oneOf('case_file_confidentiality', t.confidentiality, confidentialities),
    oneOf('case_file_confidentiality_by_link', t.confidentialityByLink, confidentialities),
    oneOf('case_file_workflow', t.workflow, workflows),
    oneOf('case_file_situation', t.situation, situations),
    index('case_file_risk_until').on(t.riskUntil),
    oneOf('case_file_risk', t.risk, risks),
    oneOf('case_file_risk_then', t.riskThen, risks),
    oneOf('case_file_province', t.province, provinces),
    oneOf('case_file_reliability', t.reliability, reliabilities),
    oneOf('case_file_credibility', t.credibility, credibilities),
    ...policiesOf('case_file'),
  ],
)

const ofFile = () =>
  uuid('case_id')
    .notNull()
    .references(() => caseFiles.id)

/** Own reach, kept by the verbs and read by definer functions alone. */
export const caseReach = pgTable(
  'case_reach',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => accounts.id),
    caseId: ofFile(),
    via: text('via').notNull(),
    level: text('level').notNull(),
    until: instant('until'),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.caseId, t.via] }),
    index('case_reach_case').on(t.caseId),
    index('case_reach_until').on(t.until),
    check('case_reach_via', sql`${t.via} in ('owner', 'grant', 'glass')`),
    check('case_reach_level', sql`${t.level} in ('glass', 'read', 'work')`),
    ...policiesOf('case_reach'),
  ],
)

export const accessGrants = pgTable(
  'access_grant',
  {
    id: rowId(),
    caseId: ofFile(),
    userId: uuid('user_id')
      .notNull()
      .references(() => accounts.id),
    level: text('level').notNull(),
    reason: sealed('reason').notNull(),
    givenBy: uuid('given_by').notNull(),
    givenAt: instant('given_at').notNull(),
    until: instant('until').notNull(),
    revokedAt: instant('revoked_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('access_grant_case').on(t.caseId, t.givenAt),
    check('access_grant_level', sql`${t.level} in ('read', 'work')`),
    ...policiesOf('access_grant'),
  ],
)

export const vaultKeys = pgTable(
  'vault_key',
  {
    id: rowId(),
    caseId: ofFile(),
    personId: uuid('person_id'),
    purpose: text('purpose').notNull(),
    epoch: integer('epoch').notNull(),
    wrapped: bytes('wrapped').notNull(),
  },
  (t) => [
    index('vault_key_case').on(t.caseId),
    check('vault_key_purpose', sql`${t.purpose} in ('file', 'person', 'log')`),
    ...policiesOf('vault_key'),
  ],
)
