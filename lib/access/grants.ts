import { type Confidentiality, confidentialities } from '../cases/confidentiality'

export const roles = ['caseworker', 'coordinator', 'auditor', 'admin'] as const
export type Role = (typeof roles)[number]

export const systemActors = ['sequencer', 'clock', 'notifier', 'matcher'] as const
export type SystemActor = (typeof systemActors)[number]

/** Who the log names for what comes due without a person: no account has this id, for those are random. */
export const clockId = '00000000-0000-4000-8000-00000000c10c'

export { type Confidentiality, confidentialities }

/** Who the log names for pairs that the matcher found. */
export const matcherId = '00000000-0000-4000-8000-0000000a7c4e'

/** own: owner, assignee or live grant · team: own, or an open file of my team · all: every row. */
export const reaches = ['own', 'team', 'all'] as const
export type Reach = (typeof reaches)[number]

/** A grant of level `read` reaches reading deeds only; `work` reaches every deed. */
export const levels = ['read', 'work'] as const

/** What a person holds of a file, the least first: `glass` is a file opened in an emergency. */
export const ownLevels = ['glass', ...levels] as const
export type OwnLevel = (typeof ownLevels)[number]

export const deeds = [
  'case:open',
  'case:import',
  'case:read',
  'case:edit',
  'case:assign',
  'situation:record',
  'contact:record',
  'contact:reveal',
  'source:reveal',
  'name:show',
  'grant:give',
  'draft:write',
  'task:keep',
  'flag:raise',
  'comment:write',
  'consent:record',
  'risk:override',
  'proposal:decide',
  'case:close',
  'case:hand-over',
  'case:refer',
  'referral:decide',
  'glass:break',
  'glass:review',
  'list:export',
  'match:decide',
  'match:find',
  'match:ask',
  'file:keep',
  'audit:read',
  'audit:export',
  'record:read-pseudonymised',
  'account:manage',
  'account:confirm',
  'account:read',
  'house:set',
  'health:read',
  'log:sequence',
  'house:tidy',
  'house:remind',
] as const
export type Deed = (typeof deeds)[number]

export const readingDeeds: readonly Deed[] = ['case:read', 'name:show', 'contact:reveal', 'source:reveal', 'audit:read']

/** A file opened in an emergency is read, and nothing else is done with it. */
export const glassDeeds: readonly Deed[] = ['case:read', 'name:show']

/** Who decides over a file belongs to its team: a grant into another team's file never carries these. */
export const decidingDeeds: readonly Deed[] = [
  'case:assign',
  'grant:give',
  'proposal:decide',
  'case:hand-over',
  'case:refer',
  'glass:review',
  'match:ask',
]

/** What a closed file still takes: its reading, its opening again, who holds it, and what somebody takes back of a consent, which nothing may block. */
export const deedsOnClosed: readonly Deed[] = [
  ...readingDeeds,
  'case:assign',
  'grant:give',
  'case:close',
  'consent:record',
  'glass:review',
  'match:decide',
  'match:ask',
]

export const fieldClasses = ['name', 'contact', 'source', 'narrative', 'attachment', 'reason'] as const
export type FieldClass = (typeof fieldClasses)[number]

/** What a file opened in an emergency keeps shut: how its people are reached, and who told. */
export const shutToGlass: readonly FieldClass[] = ['contact', 'source']

/** What `team` opens to each role beside its own files (walls: a `named` file has own reach only). */
export const openTo: Record<Role, readonly Confidentiality[]> = {
  caseworker: ['team'],
  coordinator: ['team', 'assigned'],
  auditor: [],
  admin: [],
}

/** Silence means no. */
export const grants: Record<Role | SystemActor, Partial<Record<Deed, Reach>>> = {
  caseworker: {
    'case:open': 'team',
    'case:import': 'team',
    'file:keep': 'own',
    'case:read': 'team',
    'case:edit': 'own',
    'situation:record': 'own',
    'contact:record': 'own',
    'contact:reveal': 'own',
    'source:reveal': 'own',
    'name:show': 'team',
    'draft:write': 'own',
    'task:keep': 'own',
    'flag:raise': 'team',
    'comment:write': 'team',
    'consent:record': 'own',
    'risk:override': 'own',
    'case:close': 'own',
    'case:hand-over': 'own',
    'glass:break': 'own',
    'match:decide': 'own',
    'audit:read': 'own',
    'account:read': 'team',
  },
  coordinator: {
    'case:open': 'team',
    'case:import': 'team',
    'file:keep': 'own',
    'case:read': 'team',
    'case:edit': 'team',
    'case:assign': 'team',
    'situation:record': 'team',
    'contact:record': 'team',
    'contact:reveal': 'own',
    'source:reveal': 'own',
    'name:show': 'team',
    'grant:give': 'team',
    'draft:write': 'own',
    'task:keep': 'team',
    'flag:raise': 'team',
    'comment:write': 'team',
    'consent:record': 'team',
    'risk:override': 'team',
    'proposal:decide': 'team',
    'case:close': 'team',
    'case:hand-over': 'team',
    'case:refer': 'team',
    'referral:decide': 'team',
    'glass:break': 'own',
    'glass:review': 'team',
    'list:export': 'team',
    'match:decide': 'team',
    'match:find': 'team',
    'match:ask': 'team',
    'audit:read': 'team',
    'account:confirm': 'team',
    'account:read': 'team',
  },
  auditor: {
    'audit:read': 'all',
    'audit:export': 'all',
    'record:read-pseudonymised': 'all',
    'account:read': 'all',
  },
  admin: {
    'audit:read': 'own',
    'account:manage': 'all',
    'account:read': 'all',
    'house:set': 'all',
    'health:read': 'all',
  },
  sequencer: { 'log:sequence': 'all' },
  clock: { 'house:tidy': 'all' },
  notifier: { 'house:remind': 'all' },
  matcher: { 'match:find': 'all' },
}

/** Which field classes the vault opens, and how far. */
export const openings: Record<Role, Partial<Record<FieldClass, Reach>>> = {
  caseworker: {
    name: 'team',
    narrative: 'team',
    reason: 'team',
    attachment: 'team',
    contact: 'own',
    source: 'own',
  },
  coordinator: {
    name: 'team',
    narrative: 'team',
    reason: 'team',
    attachment: 'team',
    contact: 'own',
    source: 'own',
  },
  auditor: { reason: 'all' },
  admin: { reason: 'own' },
}

/** What the matcher opens of every file to compare its people: never how somebody is reached, nor who told. */
export const matcherOpens: readonly FieldClass[] = ['name', 'narrative']
