import { sql } from 'drizzle-orm'
import { bigint, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant, rowId, sealed } from './column'
import { policiesOf } from './policy'

export const auditEntries = pgTable(
  'audit_entry',
  {
    id: rowId(),
    at: instant('at').notNull(),
    actorId: uuid('actor_id'),
    deed: text('deed').notNull(),
    outcome: text('outcome').notNull(),
    caseId: uuid('case_id'),
    teamId: uuid('team_id'),
    objectIds: uuid('object_ids').array().notNull(),
    details: sealed('details').notNull(),
    detailsCommitment: bytes('details_commitment').notNull(),
  },
  (t) => [
    index('audit_entry_at').on(t.at.desc(), t.id),
    index('audit_entry_actor').on(t.actorId, t.at.desc(), t.id),
    index('audit_entry_deed').on(t.deed, t.at.desc(), t.id),
    index('audit_entry_team').on(t.teamId, t.at.desc(), t.id),
    index('audit_entry_refused')
      .on(t.at.desc(), t.id)
      .where(sql`${t.outcome} = 'refused'`),
    index('audit_entry_case').on(t.caseId, t.at.desc(), t.id),
    check('audit_entry_outcome', sql`${t.outcome} in ('done', 'refused')`),
    ...policiesOf('audit_entry'),
  ],
)

/** Committed entries that wait for their place in the tree: none is lost by committing late. */
export const auditPending = pgTable('audit_pending', { entryId: uuid('entry_id').primaryKey() }, () =>
  policiesOf('audit_pending'),
)

export const auditLeaves = pgTable(
  'audit_leaf',
  {
    index: bigint('index', { mode: 'number' }).primaryKey(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => auditEntries.id),
    leafHash: bytes('leaf_hash').notNull(),
  },
  (t) => [uniqueIndex('audit_leaf_entry').on(t.entryId), ...policiesOf('audit_leaf')],
)

/** The root after each batch, with the compact range that the next one continues (RFC 6962). */
export const auditRoots = pgTable(
  'audit_root',
  {
    size: bigint('size', { mode: 'number' }).primaryKey(),
    root: bytes('root').notNull(),
    frontier: bytes('frontier').notNull(),
    at: instant('at').notNull(),
  },
  () => policiesOf('audit_root'),
)
