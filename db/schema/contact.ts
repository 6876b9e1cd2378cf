import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { caseFiles } from './case-file'
import { instant, rowId, sealed } from './column'
import { people } from './person'
import { policiesOf } from './policy'

const ofFile = () =>
  uuid('case_id')
    .notNull()
    .references(() => caseFiles.id)

export const contactChannels = pgTable(
  'contact_channel',
  {
    id: rowId(),
    caseId: ofFile(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind').notNull(),
    state: text('state').notNull().default('untested'),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('contact_channel_case').on(t.caseId),
    index('contact_channel_person').on(t.personId),
    ...policiesOf('contact_channel'),
  ],
)

/** Apart from its channel, so that row security itself keeps the value from those who may only know that it exists. */
export const contactValues = pgTable(
  'contact_value',
  {
    channelId: uuid('channel_id')
      .primaryKey()
      .references(() => contactChannels.id),
    caseId: ofFile(),
    value: sealed('value').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [index('contact_value_case').on(t.caseId), ...policiesOf('contact_value')],
)

export const contactLogs = pgTable(
  'contact_log',
  {
    id: rowId(),
    caseId: ofFile(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    channelId: uuid('channel_id').references(() => contactChannels.id),
    direction: text('direction').notNull(),
    outcome: text('outcome').notNull(),
    at: sealed('at').notNull(),
    note: sealed('note'),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('contact_log_case').on(t.caseId, t.recordedAt),
    index('contact_log_channel').on(t.channelId),
    index('contact_log_person').on(t.personId),
    ...policiesOf('contact_log'),
  ],
)
