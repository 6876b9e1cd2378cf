/** Why our work on a file ends. */
export const closingReasons = [
  'safe',
  'deceased',
  'family_asked',
  'consent_withdrawn',
  'no_further_action',
  'held_elsewhere',
  'opened_in_error',
] as const
export type ClosingReason = (typeof closingReasons)[number]

/** Why it begins again. */
export const reopeningReasons = ['news', 'at_risk_again', 'family_asked_again', 'closed_in_error'] as const
export type ReopeningReason = (typeof reopeningReasons)[number]
