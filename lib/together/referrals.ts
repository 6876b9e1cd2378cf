export const referralStates = ['waiting', 'accepted', 'declined', 'revoked'] as const
export type ReferralState = (typeof referralStates)[number]
