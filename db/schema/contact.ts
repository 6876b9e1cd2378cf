import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { signsOfLife as signs } from '../../lib/contacts/signs-of-life'
import { channelKinds, channelStates, contactDirections, contactOutcomes } from '../../lib/people/channels'
import { credibilities, distances, reliabilities } from '../../lib/sources/sources'
import { bytes, instant, ofItsFile, oneOf, rowId, sameFile, sealed } from './column'
import { claims, sources } from './claim'
import { people } from './person'
import { ofFile } from './of-file'
import { policiesOf } from './policy'

export const contactChannels = pgTable(
  'contact_channel',
  {
    id: rowId(),
    caseId: ofFile(),
    personId: uuid('person_id').notNull(),
    kind: text('kind').notNull(),
    state: text('state').notNull().default('untested'),
    safeWindow: sealed('safe_window'),
    knownTo: uuid('known_to'),
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
    codePhrase: sealed('code_phrase'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('contact_value_case').on(t.caseId),
    sameFile('contact_value_channel', { of: t.channelId, caseId: t.caseId }, contactChannels),
    ...policiesOf('contact_value'),
  ],
)

/** By which equal channels are found without opening one: a number by its form in E.164, an address by its letters. */
export const channelKeys = pgTable(
  'channel_key',
  {
    tag: bytes('tag').notNull(),
    caseId: ofFile(),
    channelId: uuid('channel_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tag, t.channelId] }),
    index('channel_key_case').on(t.caseId),
    index('channel_key_channel').on(t.channelId),
    sameFile('channel_key_channel', { of: t.channelId, caseId: t.caseId }, contactChannels),
    ...policiesOf('channel_key'),
  ],
)

export const contactLogs = pgTable(
  'contact_log',
  {
    id: rowId(),
    caseId: ofFile(),
    personId: uuid('person_id').notNull(),
    channelId: uuid('channel_id'),
    otherKind: text('other_kind'),
    direction: text('direction').notNull(),
    outcome: text('outcome').notNull(),
    at: sealed('at').notNull(),
    hour: sealed('hour'),
    outsideReason: sealed('outside_reason'),
    nextTryAt: instant('next_try_at'),
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
    oneOf('contact_log_other_kind', t.otherKind, channelKinds),
    oneOf('contact_log_direction', t.direction, contactDirections),
    oneOf('contact_log_outcome', t.outcome, contactOutcomes),
    ...policiesOf('contact_log'),
  ],
)

/** The ledger of proof of life: it only grows, and each sign names the claim it rests on. */
export const signsOfLife = pgTable(
  'sign_of_life',
  {
    id: rowId(),
    caseId: ofFile(),
    personId: uuid('person_id').notNull(),
    kind: text('kind').notNull(),
    sourceId: uuid('source_id').notNull(),
    claimId: uuid('claim_id').notNull(),
    distance: text('distance').notNull(),
    reliability: text('reliability').notNull(),
    credibility: text('credibility').notNull(),
    at: sealed('at').notNull(),
    atMonth: text('at_month'),
    place: sealed('place'),
    note: sealed('note'),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('sign_of_life_case').on(t.caseId, t.recordedAt),
    index('sign_of_life_person').on(t.personId),
    index('sign_of_life_source').on(t.sourceId),
    index('sign_of_life_claim').on(t.claimId),
    sameFile('sign_of_life_person', { of: t.personId, caseId: t.caseId }, people),
    sameFile('sign_of_life_source', { of: t.sourceId, caseId: t.caseId }, sources),
    sameFile('sign_of_life_claim', { of: t.claimId, caseId: t.caseId }, claims),
    oneOf('sign_of_life_kind', t.kind, signs),
    oneOf('sign_of_life_distance', t.distance, distances),
    oneOf('sign_of_life_reliability', t.reliability, reliabilities),
    oneOf('sign_of_life_credibility', t.credibility, credibilities),
    ...policiesOf('sign_of_life'),
  ],
)
