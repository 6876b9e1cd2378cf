import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant, rowId, sealed } from './column'
import { policiesOf } from './policy'

export const teams = pgTable(
  'team',
  {
    id: rowId(),
    name: sealed('name').notNull(),
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  () => policiesOf('team'),
)

export const accounts = pgTable(
  'account',
  {
    id: rowId(),
    teamId: uuid('team_id').references(() => teams.id),
    role: text('role').notNull(),
    state: text('state').notNull(),
    emailTag: bytes('email_tag').notNull(),
    email: sealed('email').notNull(),
    name: sealed('name').notNull(),
    passwordHash: sealed('password_hash'),
    locale: text('locale').notNull().default('en'),
    timeZone: text('time_zone').notNull().default('Asia/Seoul'),
    theme: text('theme').notNull().default('system'),
    accessVersion: integer('access_version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    hereAt: instant('here_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('account_email_tag').on(t.emailTag),
    index('account_team').on(t.teamId, t.role),
    check('account_role', sql`${t.role} in ('caseworker', 'coordinator', 'auditor', 'admin')`),
    check('account_state', sql`${t.state} in ('waiting', 'active', 'disabled')`),
    check('account_theme', sql`${t.theme} in ('system', 'light', 'dark')`),
    check('account_team_known', sql`${t.teamId} is not null or ${t.role} in ('auditor', 'admin')`),
    ...policiesOf('account'),
  ],
)

/** Whether somebody wants to be told by e-mail that tasks are due, and when they last were; no row is yes. */
export const reminders = pgTable(
  'reminder',
  {
    accountId: uuid('account_id')
      .primaryKey()
      .references(() => accounts.id),
    isOff: boolean('is_off').notNull().default(false),
    askedAt: instant('asked_at'),
    remindedAt: instant('reminded_at'),
  },
  () => policiesOf('reminder'),
)

export const invitations = pgTable(
  'invitation',
  {
    tokenHash: bytes('token_hash').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    founding: boolean('founding').notNull().default(false),
    until: instant('until').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [index('invitation_account').on(t.accountId)],
).enableRLS()

export const sessions = pgTable(
  'session',
  {
    id: rowId(),
    hash: bytes('hash').notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    accessVersion: integer('access_version').notNull(),
    startedAt: instant('started_at').notNull(),
    seenAt: instant('seen_at').notNull(),
    idleUntil: instant('idle_until').notNull(),
    absoluteUntil: instant('absolute_until').notNull(),
    endedAt: instant('ended_at'),
    namesList: text('names_list'),
    namesUntil: instant('names_until'),
    hereBefore: instant('here_before'),
  },
  (t) => [
    uniqueIndex('session_hash').on(t.hash),
    index('session_account').on(t.accountId, t.absoluteUntil),
    index('session_absolute').on(t.absoluteUntil),
    ...policiesOf('session'),
  ],
)

export const throttles = pgTable(
  'throttle',
  {
    tag: bytes('tag').primaryKey(),
    failures: integer('failures').notNull(),
    lastAt: instant('last_at').notNull(),
    blockedUntil: instant('blocked_until'),
  },
  (t) => [index('throttle_last').on(t.lastAt), ...policiesOf('throttle')],
)

export const formUses = pgTable(
  'form_use',
  {
    id: rowId(),
    sessionId: uuid('session_id').notNull(),
    action: text('action').notNull(),
    at: instant('at').notNull(),
    next: text('next'),
    caseId: uuid('case_id'),
    shown: boolean('shown').notNull().default(false),
  },
  (t) => [
    index('form_use_at').on(t.at),
    index('form_use_session').on(t.sessionId, t.caseId),
    ...policiesOf('form_use'),
  ],
)

export const houseKeys = pgTable(
  'house_key',
  {
    id: rowId(),
    purpose: text('purpose').notNull(),
    version: integer('version').notNull(),
    epoch: integer('epoch').notNull(),
    wrapped: bytes('wrapped').notNull(),
  },
  (t) => [uniqueIndex('house_key_purpose').on(t.purpose, t.version), ...policiesOf('house_key')],
)

export const notices = pgTable(
  'notice',
  {
    id: rowId(),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    kind: text('kind').notNull(),
    aboutId: uuid('about_id'),
    at: instant('at').notNull(),
    readAt: instant('read_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [index('notice_team').on(t.teamId, t.at), ...policiesOf('notice')],
)

export const mayExistUses = pgTable(
  'may_exist_use',
  { accountId: uuid('account_id').notNull(), at: instant('at').notNull(), n: integer('n').notNull() },
  (t) => [
    primaryKey({ columns: [t.accountId, t.at, t.n] }),
    index('may_exist_use_at').on(t.at),
    ...policiesOf('may_exist_use'),
  ],
)

export const migrationSteps = pgTable('migration_step', {
  name: text('name').primaryKey(),
  cursor: text('cursor'),
  rows: integer('rows').notNull().default(0),
  startedAt: instant('started_at').notNull(),
  doneAt: instant('done_at'),
}).enableRLS()
