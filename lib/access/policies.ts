import { type Deed, matcherId } from './grants'

export type Command = 'select' | 'insert' | 'update' | 'delete'
export type DatabaseRole = 'vigil_app' | 'vigil_sequencer' | 'vigil_clock' | 'vigil_notifier' | 'vigil_matcher'
export type Policy = { table: string; command: Command; to: DatabaseRole; using?: string; check?: string }

const me = '(select my_id())'
const reach = (deed: Deed) => `(select my_reach('${deed}'))`
const team = (deed: Deed) => `(select my_team('${deed}'))`
const touches = (deed: Deed) => `touches(case_id, (select asking('${deed}')))`
/** The file whose page is being read is judged once a statement, not once a row. */
const readable = (deed: Deed) => `case_id = (select file_at_hand('${deed}')) or ${touches(deed)}`
const files = (deed: Deed) =>
  `(team_id = ${team(deed)} and confidentiality = any((select my_openings())::text[])) or id in (select my_cases('${deed}'))`

const app = (table: string, command: Command, rule: string): Policy =>
  command === 'insert'
    ? { table, command, to: 'vigil_app', check: rule }
    : { table, command, to: 'vigil_app', using: rule }

/** A table whose rows hang on one file: read with one deed, written with another. */
const ofFile = (table: string, [read, write]: [Deed, Deed], commands: readonly Command[]): Policy[] => [
  app(table, 'select', readable(read)),
  ...commands.map((command) => app(table, command, touches(write))),
]

const adminCheck = `${reach('account:manage')} = 'all' and id <> ${me} and (role in ('auditor', 'admin') or state <> 'active')`

const house: Policy[] = [
  app('team', 'select', `${me} is not null`),
  app('team', 'insert', `${reach('account:manage')} = 'all'`),
  app('account', 'select', `id = ${me} or ${reach('account:read')} = 'all' or team_id = ${team('account:read')}`),
  app('account', 'insert', adminCheck),
  {
    table: 'account',
    command: 'update',
    to: 'vigil_app',
    using: `${reach('account:manage')} = 'all' and id <> ${me}`,
    check: adminCheck,
  },
  app('session', 'select', `account_id = ${me}`),
  app('form_use', 'select', 'session_id = (select my_session())'),
  app('form_use', 'insert', 'session_id = (select my_session())'),
  app('form_use', 'update', 'session_id = (select my_session())'),
  app('house_key', 'select', 'true'),
  app('notice', 'select', `team_id = ${team('grant:give')}`),
  app('notice', 'update', `team_id = ${team('grant:give')}`),
  app('house_setting', 'select', `${me} is not null`),
  app('house_setting', 'insert', `${reach('house:set')} = 'all'`),
  app('house_setting', 'update', `${reach('house:set')} = 'all'`),
  app('saved_view', 'select', `owner_id = ${me} or (is_shared and team_id = ${team('case:read')})`),
  ...(['insert', 'update', 'delete'] as const).map((command) => app('saved_view', command, `owner_id = ${me}`)),
  ...(['select', 'insert', 'update', 'delete'] as const).map((command) =>
    app('search', command, `owner_id = ${me} and expires_at > now()`),
  ),
  app('search_key', 'select', `${me} is not null`),
  app('search_key', 'insert', `${me} is not null and month = to_char(now() at time zone 'utc', 'YYYY-MM')`),
  app(
    'case_count',
    'select',
    `team_id = ${team('case:read')} and confidentiality = any((select my_openings())::text[])`,
  ),
  ...(['select', 'insert', 'update'] as const).flatMap((command) => [
    app('calendar_feed', command, `account_id = ${me}`),
    app('reminder', command, `account_id = ${me}`),
  ]),
]

const caseFiles: Policy[] = [
  app('case_file', 'select', files('case:read')),
  app('case_file', 'insert', `owner_id = ${me} and team_id = ${team('case:open')}`),
  { ...app('case_file', 'update', files('case:edit')), check: 'true' },
  ...ofFile('person', ['case:read', 'case:edit'], ['insert', 'update']),
  ...ofFile('person_name', ['case:read', 'case:edit'], ['insert', 'update']),
  ...ofFile('name_key', ['case:read', 'case:edit'], ['insert']),
  ...ofFile('relationship', ['case:read', 'case:edit'], ['insert', 'update']),
  ...ofFile('contact_channel', ['case:read', 'case:edit'], ['insert', 'update']),
  ...ofFile('contact_value', ['contact:reveal', 'case:edit'], ['insert']),
  ...ofFile('channel_key', ['contact:reveal', 'case:edit'], ['insert']),
  ...ofFile('contact_log', ['case:read', 'contact:record'], ['insert']),
  ...ofFile('source', ['case:read', 'case:edit'], ['insert']),
  ...ofFile('source_identity', ['source:reveal', 'case:edit'], ['insert']),
  ...ofFile('claim', ['case:read', 'case:edit'], ['insert']),
  ...ofFile('situation_entry', ['case:read', 'situation:record'], ['insert']),
  ...ofFile('situation_basis', ['case:read', 'situation:record'], ['insert']),
  ...ofFile('access_grant', ['case:read', 'grant:give'], []),
  app('vault_key', 'select', `${readable('case:read')} or (purpose = 'log' and ${reach('audit:read')} = 'all')`),
  app('vault_key', 'insert', touches('case:edit')),
]

const owned = (table: string, commands: readonly Command[]): Policy[] =>
  commands.map((command) =>
    app(
      table,
      command,
      command === 'insert' ? `owner_id = ${me} and ${reach('file:keep')} = 'own'` : `owner_id = ${me}`,
    ),
  )

/** Files that somebody keeps, and lists on their way into files: nobody else's, whatever their role. */
const kept: Policy[] = [
  ...owned('stored_file', ['select', 'insert', 'update', 'delete']),
  ...owned('stored_chunk', ['select', 'insert']),
  ...owned('import_batch', ['select', 'update']),
  app('import_batch', 'insert', `owner_id = ${me} and team_id = ${team('case:import')}`),
  ...owned('import_row', ['select', 'insert', 'delete']),
  ...owned('import_mapping', ['select', 'insert', 'update', 'delete']),
  app('imported_row', 'select', `team_id = ${team('case:import')}`),
  app('imported_row', 'insert', `team_id = ${team('case:import')} and ${touches('case:edit')}`),
]

const mine = (column: string, deed: Deed) => `${column} = ${me} and ${touches(deed)}`

/** What hangs on a file beside what is known of its people: the work on it. */
const work: Policy[] = [
  ...ofFile('sign_of_life', ['case:read', 'situation:record'], ['insert']),
  ...ofFile('task', ['case:read', 'task:keep'], ['insert', 'update']),
  app('flag', 'select', readable('case:read')),
  app('flag', 'insert', `lowered_by is null and ${mine('recorded_by', 'flag:raise')}`),
  {
    ...app(
      'flag',
      'update',
      `${touches('flag:raise')} and (recorded_by = ${me} or ${touches('case:edit')}) and lowered_by is null`,
    ),
    check: `lowered_by = ${me}`,
  },
  ...ofFile('comment', ['case:read', 'comment:write'], ['insert']),
  app('mention', 'select', `user_id = ${me} or ${touches('case:read')}`),
  app('mention', 'insert', touches('comment:write')),
  app('mention', 'update', `user_id = ${me}`),
  app('follow', 'select', `user_id = ${me}`),
  app('follow', 'insert', mine('user_id', 'case:read')),
  app('follow', 'delete', `user_id = ${me}`),
  ...ofFile('handover', ['case:read', 'case:hand-over'], ['insert']),
  app('referral', 'select', `${readable('case:read')} or to_team = ${team('referral:decide')}`),
  app('referral', 'insert', touches('case:refer')),
  app('glass_break', 'select', `user_id = ${me} or ${touches('glass:review')}`),
  app('glass_break', 'update', `user_id <> ${me} and ${touches('glass:review')}`),
  app('proposal', 'select', readable('case:read')),
  app('proposal', 'insert', mine('proposed_by', 'case:edit')),
  {
    ...app('proposal', 'update', `proposed_by = ${me} or ${touches('proposal:decide')}`),
    check: `decided_by = ${me} and ((state = 'withdrawn' and proposed_by = ${me}) or (proposed_by is distinct from ${me} and ${touches('proposal:decide')}))`,
  },
  ...ofFile('workflow_step', ['case:read', 'case:close'], ['insert']),
  ...ofFile('risk_factor', ['case:read', 'case:edit'], ['insert', 'update']),
  ...ofFile('risk_override', ['case:read', 'risk:override'], ['insert', 'update']),
  ...ofFile('intake_answer', ['case:read', 'case:edit'], ['insert']),
  app('likeness_answer', 'select', readable('case:read')),
  app('likeness_answer', 'insert', mine('recorded_by', 'case:read')),
  ...ofFile('consent', ['case:read', 'consent:record'], ['insert']),
  app('intervention', 'select', readable('case:read')),
  app(
    'intervention',
    'insert',
    `state = 'draft' and approved_by is null and changed_by = ${me} and ${mine('recorded_by', 'case:edit')}`,
  ),
  {
    ...app('intervention', 'update', touches('case:edit')),
    check: `state <> 'approved' or approved_by is distinct from ${me} or ${touches('proposal:decide')}`,
  },
  app('intervention_step', 'select', readable('case:read')),
  app('intervention_step', 'insert', mine('recorded_by', 'case:edit')),
  ...(['select', 'insert', 'update', 'delete'] as const).map((command) =>
    app('draft', command, mine('author_id', 'draft:write')),
  ),
]

const either = (deed: Deed) =>
  `(touches(case_a, (select asking('${deed}'))) or touches(case_b, (select asking('${deed}'))))`
/** Side by side are seen only two files that are both read. */
const bothRead = ['case_a', 'case_b'].map((column) => `touches(${column}, (select asking('case:read')))`).join(' and ')

const matches: Policy[] = [
  app('match_pair', 'select', bothRead),
  app('same_as', 'select', bothRead),
  app(
    'same_as',
    'insert',
    `decided_by = ${me} and state = case decision when 'same' then 'waiting' else 'standing' end and settled_by is null and undone_by is null and ${bothRead} and ${either('match:decide')}`,
  ),
  {
    ...app('same_as', 'update', `${bothRead} and (${either('match:decide')} or ${either('proposal:decide')})`),
    check: `(state = 'undone' and undone_by = ${me}) or (settled_by = ${me} and undone_by is null and ((state = 'withdrawn' and decided_by = ${me}) or (state in ('standing', 'declined') and decided_by <> ${me} and ${either('proposal:decide')})))`,
  },
  app('match_scan', 'select', `${reach('match:decide')} is not null`),
  app(
    'match_scan',
    'insert',
    `asked_by = ${me} and state = 'waiting' and cursor = '' and ${reach('match:find')} is not null`,
  ),
]

const log: Policy[] = [
  app(
    'audit_entry',
    'select',
    `${reach('audit:read')} = 'all' or actor_id = ${me} or (team_id = ${team('audit:read')} and (case_id is null or ${touches('audit:read')}))`,
  ),
  app('audit_entry', 'insert', `actor_id is not distinct from ${me}`),
  app('audit_leaf', 'select', `${reach('audit:read')} = 'all'`),
  app('audit_root', 'select', `${reach('audit:read')} = 'all'`),
]

const system = (to: DatabaseRole, [table, command]: [string, Command], rule: string): Policy =>
  command === 'insert' ? { table, command, to, check: rule } : { table, command, to, using: rule }

/** All that the matcher reads of files and writes about pairs of them. */
const ofMatcher: Policy[] = [
  ...[
    'case_file',
    'person',
    'person_name',
    'name_key',
    'channel_key',
    'situation_entry',
    'intake_answer',
    'vault_key',
    'house_key',
    'match_pair',
    'match_scan',
    'match_due',
    'notice',
  ].map((table) => system('vigil_matcher', [table, 'select'], 'true')),
  system('vigil_matcher', ['match_pair', 'insert'], "state = 'open'"),
  { table: 'match_pair', command: 'update', to: 'vigil_matcher', using: "state in ('open', 'unsure')", check: 'true' },
  { table: 'match_scan', command: 'update', to: 'vigil_matcher', using: 'true', check: 'true' },
  system('vigil_matcher', ['match_due', 'delete'], 'true'),
  system('vigil_matcher', ['notice', 'insert'], "kind = 'match-found'"),
  system('vigil_matcher', ['audit_entry', 'insert'], `actor_id = '${matcherId}' and deed = 'match.find'`),
]

/** What has run out, by table: all that the clock sees, and what it takes away. */
export const expired = {
  session: 'absolute_until < now()',
  form_use: "at < now() - interval '2 days'",
  throttle: "last_at < now() - case when failures > 0 then interval '1 day' else interval '90 days' end",
  may_exist_use: "at < now() - interval '1 day'",
  case_reach: 'until < now()',
  glass_hint: 'until < now()',
  stored_file: 'until < now()',
  search: 'expires_at < now()',
  search_key: "month < to_char((now() - interval '12 months') at time zone 'utc', 'YYYY-MM')",
} as const

const withoutAPerson: Policy[] = [
  system('vigil_notifier', ['account', 'select'], "state = 'active'"),
  system('vigil_sequencer', ['audit_entry', 'select'], 'true'),
  system('vigil_sequencer', ['audit_pending', 'select'], 'true'),
  system('vigil_sequencer', ['audit_pending', 'delete'], 'true'),
  system('vigil_sequencer', ['audit_leaf', 'select'], 'true'),
  system('vigil_sequencer', ['audit_leaf', 'insert'], 'true'),
  system('vigil_sequencer', ['audit_root', 'select'], 'true'),
  system('vigil_sequencer', ['audit_root', 'insert'], 'true'),
  ...(['select', 'delete'] as const).flatMap((command) =>
    Object.entries(expired).map(([table, rule]) => system('vigil_clock', [table, command], rule)),
  ),
  ...ofMatcher,
]

/** Every row policy of the database. `touches`, `my_*` and `asking` are the definer functions of db/walls. */
export const policies: readonly Policy[] = [
  ...house,
  ...caseFiles,
  ...work,
  ...kept,
  ...matches,
  ...log,
  ...withoutAPerson,
]

export const policyName = (policy: Policy): string =>
  `${policy.table}_${policy.command}_${policy.to.replace('vigil_', '')}`
