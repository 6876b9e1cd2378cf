import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { referralStates } from '../../lib/together/referrals'
import { instant, ofItsFile, oneOf, rowId, sameFile, sealed } from './column'
import { accounts, teams } from './house'
import { ofFile, written } from './of-file'
import { policiesOf } from './policy'

export const flags = pgTable(
  'flag',
  {
    id: rowId(),
    caseId: ofFile(),
    reason: sealed('reason').notNull(),
    loweredBy: uuid('lowered_by'),
    loweredAt: instant('lowered_at'),
    loweredReason: sealed('lowered_reason'),
    ...written(),
  },
  (t) => [index('flag_case').on(t.caseId, t.recordedAt), ...policiesOf('flag')],
)

export const comments = pgTable(
  'comment',
  { id: rowId(), caseId: ofFile(), text: sealed('text').notNull(), ...written() },
  (t) => [index('comment_case').on(t.caseId, t.recordedAt), ofItsFile('comment', t), ...policiesOf('comment')],
)

/** A colleague named in a comment: one who may see the file. */
export const mentions = pgTable(
  'mention',
  {
    commentId: uuid('comment_id').notNull(),
    caseId: ofFile(),
    userId: uuid('user_id')
      .notNull()
      .references(() => accounts.id),
    readAt: instant('read_at'),
  },
  (t) => [
    primaryKey({ columns: [t.commentId, t.userId] }),
    index('mention_case').on(t.caseId),
    index('mention_user').on(t.userId, t.readAt),
    sameFile('mention_comment', { of: t.commentId, caseId: t.caseId }, comments),
    ...policiesOf('mention'),
  ],
)

export const follows = pgTable(
  'follow',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => accounts.id),
    caseId: ofFile(),
    since: instant('since').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.caseId] }), index('follow_case').on(t.caseId), ...policiesOf('follow')],
)

/** A file given from one colleague to another, with what the next one needs to know. */
export const handovers = pgTable(
  'handover',
  {
    id: rowId(),
    caseId: ofFile(),
    fromUser: uuid('from_user').notNull(),
    toUser: uuid('to_user').notNull(),
    briefing: sealed('briefing').notNull(),
    ...written(),
  },
  (t) => [index('handover_case').on(t.caseId, t.recordedAt), ...policiesOf('handover')],
)

/** Its words are sealed for the house: who is asked to take a file does not reach it yet. */
export const referrals = pgTable(
  'referral',
  {
    id: rowId(),
    caseId: ofFile(),
    fromTeam: uuid('from_team').notNull(),
    toTeam: uuid('to_team')
      .notNull()
      .references(() => teams.id),
    state: text('state').notNull().default('waiting'),
    reason: sealed('reason').notNull(),
    answer: sealed('answer'),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    ...written(),
  },
  (t) => [
    index('referral_case').on(t.caseId, t.recordedAt),
    index('referral_to').on(t.toTeam, t.state),
    uniqueIndex('referral_waiting')
      .on(t.caseId, t.toTeam)
      .where(sql`${t.state} = 'waiting'`),
    oneOf('referral_state', t.state, referralStates),
    ...policiesOf('referral'),
  ],
)

/** What names a file out of reach to the session that a search told of it, until it is used or runs out. */
export const glassHints = pgTable(
  'glass_hint',
  { id: rowId(), sessionId: uuid('session_id').notNull(), caseId: ofFile(), until: instant('until').notNull() },
  (t) => [index('glass_hint_case').on(t.caseId), index('glass_hint_until').on(t.until), ...policiesOf('glass_hint')],
)

/** Someone opened a file out of reach for a few hours because it could not wait; each use is reviewed. */
export const glassBreaks = pgTable(
  'glass_break',
  {
    id: rowId(),
    caseId: ofFile(),
    userId: uuid('user_id')
      .notNull()
      .references(() => accounts.id),
    reason: sealed('reason').notNull(),
    at: instant('at').notNull(),
    until: instant('until').notNull(),
    reviewDue: instant('review_due').notNull(),
    isJustified: boolean('is_justified'),
    finding: sealed('finding'),
    reviewedBy: uuid('reviewed_by'),
    reviewedAt: instant('reviewed_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('glass_break_case').on(t.caseId, t.at),
    index('glass_break_user').on(t.userId, t.at),
    ...policiesOf('glass_break'),
  ],
)
