import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { searchSteps } from '../../lib/search/kinds'
import { bytes, instant, oneOf, rowId, sealed } from './column'
import { accounts } from './house'
import { policiesOf } from './policy'

/** What somebody searched and what was found, sealed under the key of the month; it runs out, a saved one after a year. */
export const searches = pgTable(
  'search',
  {
    id: rowId(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => accounts.id),
    previousId: uuid('previous_id'),
    step: text('step').notNull(),
    terms: sealed('terms').notNull(),
    findings: sealed('findings').notNull(),
    name: sealed('name'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('search_owner').on(t.ownerId, t.createdAt),
    index('search_expires').on(t.expiresAt),
    oneOf('search_step', t.step, searchSteps),
    ...policiesOf('search'),
  ],
)

/** One key a month, under which searches are sealed: once it is destroyed, no copy of them can be read. */
export const searchKeys = pgTable(
  'search_key',
  {
    id: rowId(),
    month: text('month').notNull(),
    epoch: integer('epoch').notNull(),
    wrapped: bytes('wrapped').notNull(),
  },
  (t) => [uniqueIndex('search_key_month').on(t.month), ...policiesOf('search_key')],
)
