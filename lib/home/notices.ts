/** What a team's coordinators are told on their board. */
export const noticeKinds = [
  'imminent-return',
  'name-searched',
  'glass-broken',
  'referral-accepted',
  'referral-declined',
] as const
