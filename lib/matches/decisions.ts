/** What somebody says of a pair. */
export const matchDecisions = ['same', 'different', 'unsure'] as const
export type MatchDecision = (typeof matchDecisions)[number]

/** How a pair stands: nobody has decided, a second person is waited for, or the decision that holds. */
export const matchStates = ['open', 'waiting', ...matchDecisions] as const
export type MatchState = (typeof matchStates)[number]

/** What became of one decision. Only `same` waits: nobody approves his own. */
export const sameAsStates = ['waiting', 'standing', 'declined', 'withdrawn', 'undone'] as const
export type SameAsState = (typeof sameAsStates)[number]

export const scanStates = ['waiting', 'running', 'done'] as const
export type ScanState = (typeof scanStates)[number]
