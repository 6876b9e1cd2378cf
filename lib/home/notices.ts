/** What a team's coordinators are told on their board. */
export const noticeKinds = [
  'imminent-return',
  'name-searched',
  'glass-broken',
  'match-found',
  'match-asked',
  'referral-accepted',
  'referral-declined',
] as const
