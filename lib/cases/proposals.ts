/** What one person or a rule proposes and another decides. */
export const proposalKinds = ['missing', 'deceased', 'closing', 'disclosure'] as const
export type ProposalKind = (typeof proposalKinds)[number]

export const proposalStates = ['waiting', 'approved', 'declined', 'withdrawn'] as const
export type ProposalState = (typeof proposalStates)[number]
