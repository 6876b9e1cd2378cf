/** What may be done with what we know; each is asked for by itself and none is given by default. */
export const consentScopes = [
  'CASEWORK',
  'CONTACT_FAMILY',
  'SHARE_PARTNER_NGO',
  'SHARE_GOV_ROK',
  'SHARE_GOV_OTHER',
  'SHARE_UNHCR',
  'SHARE_ICRC',
  'UN_WGEID',
  'UN_WGAD',
  'UN_SP',
  'NAME_TO_ACCUSED_STATE',
  'UN_PUBLIC_NAME',
  'MEDIA_ANON',
  'MEDIA_NAMED',
  'PHOTO_VOICE',
  'RESEARCH_STATS',
  'JUSTICE_BODIES',
  'ARCHIVE_AFTER_CLOSE',
] as const
export type ConsentScope = (typeof consentScopes)[number]

export const consentCapacities = [
  'SELF',
  'GUARDIAN',
  'NEXT_OF_KIN_SUBJECT_UNREACHABLE',
  'LEGAL_REP',
  'NONE_VITAL_INTEREST',
] as const
export type ConsentCapacity = (typeof consentCapacities)[number]

/** For how long a leave may rest on vital interest alone before somebody looks at it again. */
export const vitalInterestDays = 30

/** `lapsed` is what becomes of a relative's consent once the person can speak for themselves. */
export const consentDecisions = ['granted', 'refused', 'withdrawn', 'lapsed'] as const
export type ConsentDecision = (typeof consentDecisions)[number]

export const consentMethods = ['in_person', 'voice', 'video', 'written', 'messaging'] as const
export type ConsentMethod = (typeof consentMethods)[number]
