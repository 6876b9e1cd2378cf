import { type Command, type DatabaseRole, policies } from './policies'

/** Columns a command is held to; a table and command without an entry reach every column. */
const columns: Record<string, readonly string[]> = {
  'vigil_app account select': [
    'id',
    'team_id',
    'role',
    'state',
    'email_tag',
    'email',
    'name',
    'locale',
    'time_zone',
    'theme',
    'access_version',
    'created_at',
    'version',
  ],
  'vigil_app account insert': ['id', 'team_id', 'role', 'state', 'email_tag', 'email', 'name', 'created_at'],
  'vigil_app account update': ['team_id', 'state', 'access_version', 'version'],
  'vigil_app session select': [
    'id',
    'account_id',
    'access_version',
    'started_at',
    'seen_at',
    'idle_until',
    'absolute_until',
    'ended_at',
  ],
  'vigil_app form_use update': ['shown', 'next', 'case_id'],
  'vigil_app notice update': ['read_at', 'version'],
  'vigil_app case_file update': [
    'workflow',
    'situation',
    'situation_month',
    'reliability',
    'credibility',
    'risk',
    'risk_then',
    'risk_until',
    'is_flagged',
    'province',
    'silent_since',
    'review_due',
    'changed_at',
    'version',
  ],
  'vigil_app person update': ['sex', 'birth', 'age_band', 'fate', 'whereabouts', 'province', 'version'],
  'vigil_app person_name update': ['text', 'script', 'kind', 'scheme', 'is_primary', 'version'],
  'vigil_app contact_channel update': ['kind', 'state', 'safe_window', 'known_to', 'version'],
  'vigil_app relationship update': ['type', 'certainty', 'disclosure', 'version'],
  'vigil_app task update': ['state', 'title', 'due_at', 'owner_id', 'note', 'closed_by', 'closed_at', 'version'],
  'vigil_app flag update': ['lowered_by', 'lowered_at', 'lowered_reason', 'version'],
  'vigil_app mention update': ['read_at'],
  'vigil_app glass_break update': ['is_justified', 'finding', 'reviewed_by', 'reviewed_at', 'version'],
  'vigil_app proposal update': ['state', 'decided_by', 'decided_at', 'reason', 'version'],
  'vigil_app risk_factor update': ['note', 'ended_by', 'ended_at', 'version'],
  'vigil_app risk_override update': ['ended_by', 'ended_at', 'version'],
  'vigil_app draft update': ['typed', 'saved_at', 'version'],
  'vigil_app saved_view update': ['name', 'filters', 'columns', 'is_shared', 'saved_at', 'version'],
  'vigil_app search update': ['name', 'expires_at', 'version'],
  'vigil_app calendar_feed update': ['ended_at'],
  'vigil_app reminder select': ['account_id', 'is_off'],
  'vigil_app reminder insert': ['account_id', 'is_off'],
  'vigil_app reminder update': ['is_off'],
  'vigil_app house_setting update': ['value', 'version'],
  'vigil_sequencer audit_entry select': ['id', 'at', 'actor_id', 'deed', 'outcome', 'object_ids', 'details_commitment'],
  'vigil_notifier account select': ['id', 'email', 'locale'],
  'vigil_clock session select': ['absolute_until'],
  'vigil_clock form_use select': ['at'],
  'vigil_clock throttle select': ['last_at', 'failures'],
  'vigil_clock may_exist_use select': ['at'],
  'vigil_clock case_reach select': ['until'],
  'vigil_clock glass_hint select': ['until'],
  'vigil_clock search select': ['expires_at'],
  'vigil_clock search_key select': ['month'],
}

export type Privilege = { to: DatabaseRole; on: string; command: Command; columns: readonly string[] | null }

const views = ['record_pseudonymised'] as const

/** What each database role may do on each table: exactly the commands that have a policy, and the views. */
export const privileges: readonly Privilege[] = [
  ...policies.map((policy) => ({
    to: policy.to,
    on: policy.table,
    command: policy.command,
    columns: columns[`${policy.to} ${policy.table} ${policy.command}`] ?? null,
  })),
  ...views.map((view) => ({ to: 'vigil_app' as const, on: view, command: 'select' as const, columns: null })),
]

/** Definer functions the application calls, or that its policies call. Triggers call the rest. */
export const callable = [
  'me()',
  'my_id()',
  'my_session()',
  'my_reach(text)',
  'my_team(text)',
  'my_openings()',
  'file_at_hand(text)',
  'my_cases(text)',
  'my_level(uuid)',
  'asking(text)',
  'touches(uuid, asking)',
  'grant_reach(text, text)',
  'open_to(text)',
  'is_reading(text)',
  'is_deciding(text)',
  'is_glass(text)',
  'enter(bytea)',
  'sign_in_account(bytea)',
  'begin_session(uuid, bytea, uuid)',
  'end_session(uuid)',
  'show_names(text, interval)',
  'set_my_look(text, text, text)',
  'my_password()',
  'set_my_password(bytea)',
  'throttle_wait(bytea[])',
  'throttle_known(bytea)',
  'throttle_failed(bytea, integer, integer)',
  'throttle_passed(bytea, bytea[])',
  'invite(bytea, uuid, interval)',
  'invited(bytea)',
  'accept_invitation(bytea, bytea, bytea, bytea, bytea, bytea)',
  'unjoined()',
  'awaiting_me()',
  'confirm_account(uuid)',
  'may_exist(bytea[])',
  'draw_hint(uuid, bytea[], uuid)',
  'break_glass(uuid, uuid, bytea)',
  'who_broke(uuid[])',
  'may_hold_cases(uuid, uuid)',
  'free_ref(text[])',
  'move_case(uuid, uuid, text, integer)',
  'give_grant(uuid, uuid, uuid, text, timestamptz, bytea)',
  'revoke_grant(uuid, integer)',
  'my_drafts()',
  'open_draft(uuid)',
  'discard_draft(uuid)',
  'may_see(uuid)',
  'feed_days(bytea)',
  'open_with(uuid)',
  'set_code_phrase(uuid, bytea)',
  'set_flagged(uuid)',
  'hand_over(uuid, uuid, uuid, integer, bytea)',
  'revoke_referral(uuid, integer)',
  'decide_referral(uuid, boolean, uuid, bytea)',
  'changes_since_here(text[])',
  'tell_imminent(uuid)',
  'log_lag()',
  'job_state()',
] as const

/** Definer functions the clock calls: what runs out or comes due without a person. */
export const callableByClock = ['raise_tasks(integer)', 'propose_missing()', 'fold_counts()', 'lapse_drafts()'] as const

/** Definer functions the notifier calls: whom to write to, by id, and that it was done. */
export const callableByNotifier = ['remindable()', 'mark_reminded(uuid)'] as const

/** Statements that leave exactly these privileges standing. */
export function privilegeSql(): string[] {
  const everyone = 'vigil_app, vigil_sequencer, vigil_clock, vigil_notifier'
  return [
    `revoke all on all tables in schema public from public, ${everyone}`,
    `revoke all on all functions in schema public from public, ${everyone}`,
    ...privileges.map(
      ({ to, on, command, columns: held }) =>
        `grant ${command}${held ? ` (${held.join(', ')})` : ''} on ${on} to ${to}`,
    ),
    ...callable.map((name) => `grant execute on function ${name} to vigil_app`),
    ...callableByClock.map((name) => `grant execute on function ${name} to vigil_clock`),
    ...callableByNotifier.map((name) => `grant execute on function ${name} to vigil_notifier`),
  ]
}
