import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { caseFiles } from './case-file'
import { channelKinds, channelStates, contactDirections, contactOutcomes } from '../../lib/people/channels'
import { instant, ofItsFile, oneOf, rowId, sameFile, sealed } from './column'
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
    personId: uuid('person_id').notNull(),
    kind: text('kind').notNull(),
    state: text('state').notNull().default('untested'),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('contact_channel_case').on(t.caseId),
    ofItsFile('contact_channel', t),
    sameFile('contact_channel_person', { of: t.personId, caseId: t.caseId }, people),
    index('contact_channel_person').on(t.personId),
    oneOf('contact_channel_kind', t.kind, channelKinds),
    oneOf('contact_channel_state', t.state, channelStates),
    ...policiesOf('contact_channel'),
  ],
)

/** Apart from its channel, so that row security itself keeps the value from those who may only know that it exists. */
export const contactValues = pgTable(
  'contact_value',
  {
    channelId: uuid('channel_id').primaryKey(),
    caseId: ofFile(),
    value: sealed('value').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('contact_value_case').on(t.caseId),
    sameFile('contact_value_channel', { of: t.channelId, caseId: t.caseId }, contactChannels),
    ...policiesOf('contact_value'),
  ],
)

export const contactLogs = pgTable(
  'contact_log',
  {
    id: rowId(),
    caseId: ofFile(),
    personId: uuid('person_id').notNull(),
    channelId: uuid('channel_id'),
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
    sameFile('contact_log_person', { of: t.personId, caseId: t.caseId }, people),
    sameFile('contact_log_channel', { of: t.channelId, caseId: t.caseId }, contactChannels),
    index('contact_log_person').on(t.personId),
    oneOf('contact_log_direction', t.direction, contactDirections),
    oneOf('contact_log_outcome', t.outcome, contactOutcomes),
    ...policiesOf('contact_log'),
  ],
)
