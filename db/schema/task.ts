import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { taskKinds, taskStates } from '../../lib/tasks/tasks'
import { caseFiles } from './case-file'
import { bytes, instant, oneOf, rowId, sealed } from './column'
import { accounts, teams } from './house'
import { policiesOf } from './policy'

/** What is to be done on a file and by when. A rule opens one task of a kind about one thing, and no second while it is open. */
export const tasks = pgTable(
  'task',
  {
    id: rowId(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    kind: text('kind').notNull(),
    state: text('state').notNull().default('open'),
    title: sealed('title'),
    dueAt: instant('due_at').notNull(),
    ownerId: uuid('owner_id').references(() => accounts.id),
    aboutId: uuid('about_id').notNull(),
    note: sealed('note'),
    recordedBy: uuid('recorded_by'),
    recordedAt: instant('recorded_at').notNull(),
    closedBy: uuid('closed_by'),
    closedAt: instant('closed_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('task_case').on(t.caseId, t.state, t.dueAt),
    index('task_owner').on(t.ownerId, t.state, t.dueAt, t.id),
    index('task_team').on(t.teamId, t.state, t.dueAt, t.id),
    uniqueIndex('task_of_rule')
      .on(t.caseId, t.kind, t.aboutId)
      .where(sql`${t.state} = 'open' and ${t.kind} <> 'hand'`),
    index('task_return')
      .on(t.teamId, t.dueAt)
      .where(sql`${t.kind} = 'return' and ${t.state} = 'open'`),
    oneOf('task_kind', t.kind, taskKinds),
    oneOf('task_state', t.state, taskStates),
    ...policiesOf('task'),
  ],
)

/** An address that a calendar reads: it tells how many tasks are due on a day, and nothing else. */
export const calendarFeeds = pgTable(
  'calendar_feed',
  {
    id: rowId(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    tokenHash: bytes('token_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('calendar_feed_token').on(t.tokenHash),
    uniqueIndex('calendar_feed_account')
      .on(t.accountId)
      .where(sql`${t.endedAt} is null`),
    ...policiesOf('calendar_feed'),
  ],
)
