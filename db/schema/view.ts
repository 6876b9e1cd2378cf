import { bigint, boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { confidentialities } from '../../lib/cases/confidentiality'
import { facets } from '../../lib/lists/facets'
import { instant, oneOf, rowId, sealed } from './column'
import { accounts, teams } from './house'
import { policiesOf } from './policy'

/** A list somebody keeps: filters and columns by their codes, under a name sealed for the house. */
export const savedViews = pgTable(
  'saved_view',
  {
    id: rowId(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => accounts.id),
    teamId: uuid('team_id').references(() => teams.id),
    name: sealed('name').notNull(),
    filters: text('filters').notNull(),
    columns: text('columns').notNull(),
    isShared: boolean('is_shared').notNull().default(false),
    savedAt: instant('saved_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [index('saved_view_owner').on(t.ownerId), index('saved_view_team').on(t.teamId), ...policiesOf('saved_view')],
)

/**
 * Counts of the open files of a team, kept in the transaction that changes them. Each change adds a row instead of
 * touching one that others wait for; the clock folds the rows of one facet and value into one. `named` files are never counted here.
 */
export const caseCounts = pgTable(
  'case_count',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    confidentiality: text('confidentiality').notNull(),
    facet: text('facet').notNull(),
    value: text('value').notNull(),
    n: bigint('n', { mode: 'number' }).notNull(),
  },
  (t) => [
    index('case_count_team').on(t.teamId, t.confidentiality, t.facet, t.value, t.n),
    oneOf('case_count_confidentiality', t.confidentiality, confidentialities),
    oneOf('case_count_facet', t.facet, facets),
    ...policiesOf('case_count'),
  ],
)

export const houseSettings = pgTable(
  'house_setting',
  {
    name: text('name').primaryKey(),
    value: text('value').notNull(),
    version: integer('version').notNull().default(1),
  },
  () => policiesOf('house_setting'),
)
