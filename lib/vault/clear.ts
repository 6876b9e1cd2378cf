const own = 'random id of the row, drawn by the application: tells neither order nor volume'
const link = 'id of another row, by which rows are joined and reach is decided'
const staff = 'id of the account that did it: every deed has its author'
const code = 'a word of a list in lib, checked there: it is filtered and counted, and says nothing that is typed'
const count = 'a number that is counted up: stale saves, retries and places in a sequence are found by it'
const system = 'instant at which the system did something: clocks, order and end dates'
const tag = 'keyed tag (HMAC): equality without opening'
const hash = 'hash of a random secret or of sealed rows: is compared, tells nothing'
const wrapped = 'a key, wrapped by an epoch key that lives outside the database'
const epoch = 'number of the epoch key that wraps it'
const month = 'month of a date whose day is sealed: lists and counts'
const province = 'first-level unit of a place whose name is sealed: lists and counts'

const ofAuthor = { recorded_by: staff, recorded_at: system, version: count }
const grades = { reliability: code, credibility: code }

const house = {
  team: { id: own, created_at: system, version: count },
  account: {
    id: own,
    team_id: link,
    role: code,
    state: code,
    email_tag: tag,
    locale: code,
    time_zone: 'zone of the IANA list in which this colleague reads instants',
    theme: code,
    access_version: count,
    created_at: system,
    version: count,
  },
  invitation: { token_hash: hash, account_id: link, founding: code, until: system, used_at: system },
  session: {
    id: own,
    hash,
    account_id: link,
    access_version: count,
    started_at: system,
    seen_at: system,
    idle_until: system,
    absolute_until: system,
    ended_at: system,
    names_list: 'the filters of the list whose names were shown: codes and ids alone',
    names_until: system,
  },
  throttle: { tag, failures: count, last_at: system, blocked_until: system },
  form_use: {
    id: own,
    session_id: link,
    action: code,
    at: system,
    next: 'address within Vigil to which the first post led: a path, a ref or an id',
    case_id: link,
    shown: code,
  },
  house_key: { id: own, purpose: code, version: count, epoch, wrapped },
  notice: { id: own, team_id: link, kind: code, at: system, read_at: system, version: count },
  may_exist_use: { account_id: staff, at: system, n: count },
  migration_step: {
    name: code,
    cursor: 'id of the row at which the last batch ended',
    rows: count,
    started_at: system,
    done_at: system,
  },
}

const files = {
  case_file: {
    id: own,
    ref: 'random with a check letter: the name under which people speak of a file',
    pseudonym: tag,
    team_id: link,
    owner_id: staff,
    confidentiality: code,
    workflow: code,
    situation: code,
    situation_month: month,
    ...grades,
    risk: code,
    province,
    silent_since: 'day from which silence is counted: a clock',
    review_due: 'due date: a clock',
    opened_at: system,
    changed_at: system,
    version: count,
  },
  case_reach: { user_id: staff, case_id: link, via: code, level: code, until: system },
  access_grant: {
    id: own,
    case_id: link,
    user_id: staff,
    level: code,
    given_by: staff,
    given_at: system,
    until: system,
    revoked_at: system,
    version: count,
  },
  vault_key: { id: own, case_id: link, person_id: link, purpose: code, epoch, wrapped },
  person: {
    id: own,
    case_id: link,
    role: code,
    sex: 'one letter: counts by sex',
    age_band: 'band of ages, never an age: counts',
    fate: code,
    ...ofAuthor,
  },
  person_name: {
    id: own,
    case_id: link,
    person_id: link,
    script: code,
    kind: code,
    scheme: code,
    is_primary: code,
    ...ofAuthor,
  },
  name_key: { tag, case_id: link, person_id: link, kind: code },
  relationship: {
    id: own,
    case_id: link,
    from_person: link,
    to_person: link,
    type: code,
    certainty: code,
    disclosure: code,
    ...ofAuthor,
  },
  contact_channel: { id: own, case_id: link, person_id: link, kind: code, state: code, ...ofAuthor },
  contact_value: { channel_id: link, case_id: link, version: count },
  contact_log: {
    id: own,
    case_id: link,
    person_id: link,
    channel_id: link,
    direction: code,
    outcome: code,
    ...ofAuthor,
  },
  source: {
    id: own,
    case_id: link,
    code: 'SRC-1, SRC-2 …: how a source is spoken of without its name',
    type: code,
    reliability: code,
    distance: code,
    origin_group: count,
    ...ofAuthor,
  },
  source_identity: { source_id: link, case_id: link, version: count },
  claim: {
    id: own,
    case_id: link,
    person_id: link,
    source_id: link,
    predicate: code,
    stance: code,
    credibility: code,
    distance: code,
    state: code,
    ...ofAuthor,
  },
  situation_entry: {
    id: own,
    case_id: link,
    situation: code,
    valid_month: month,
    stance: code,
    province,
    ...grades,
    correction_of: link,
    ...ofAuthor,
  },
  situation_basis: { entry_id: link, claim_id: link, case_id: link },
}

const log = {
  audit_entry: {
    id: own,
    at: system,
    actor_id: staff,
    deed: code,
    outcome: code,
    case_id: link,
    team_id: link,
    object_ids: 'ids of what the deed touched',
    details_commitment: hash,
  },
  audit_pending: { entry_id: link },
  audit_leaf: { index: count, entry_id: link, leaf_hash: hash },
  audit_root: { size: count, root: hash, frontier: hash, at: system },
}

type Purposes = Readonly<Record<string, Readonly<Record<string, string>>>>

const tables: Purposes = { ...house, ...files, ...log }

/** Every column that stands in clear, as `table.column`, with what it is for. Whatever is not named here is sealed. */
export const clearColumns: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(tables).flatMap(([table, columns]) =>
    Object.entries(columns).map(([column, purpose]) => [`${table}.${column}`, purpose]),
  ),
)
