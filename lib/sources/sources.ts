export const sourceTypes = [
  'SUBJECT',
  'RELATIVE_FIRSTHAND',
  'RELATIVE_RELAY',
  'EYEWITNESS',
  'CO_DETAINEE',
  'BROKER',
  'MISSIONARY_ACTIVIST',
  'NGO',
  'MEDIA',
  'GOV_STATEMENT',
  'COURT_DOC',
  'UN_DOC',
  'SATELLITE_OSINT',
  'LEAKED_DOC',
  'ANONYMOUS',
] as const
export type SourceType = (typeof sourceTypes)[number]

/** How far the one who speaks is from what happened. */
export const distances = ['first_hand', 'second_hand', 'third_hand', 'unknown'] as const
export type Distance = (typeof distances)[number]

/** How good the source's record is: A completely reliable … E unreliable, F cannot be judged. */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export type Reliability = (typeof reliabilities)[number]

/** How likely this one item is: 1 confirmed … 5 improbable, 6 cannot be judged. Judged apart from the source. */
export const credibilities = ['1', '2', '3', '4', '5', '6'] as const
export type Credibility = (typeof credibilities)[number]

export const stances = ['asserts', 'denies'] as const
export type Stance = (typeof stances)[number]

export const claimStates = ['open', 'accepted', 'rejected', 'superseded'] as const
export type ClaimState = (typeof claimStates)[number]
