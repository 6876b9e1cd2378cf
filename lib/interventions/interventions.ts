/** What is submitted to a body about a case. */
export const interventionTypes = [
  'WGEID_URGENT',
  'WGEID_STANDARD',
  'WGAD_URGENT_APPEAL',
  'WGAD_OPINION',
  'SP_URGENT_APPEAL',
  'SP_ALLEGATION_LETTER',
  'UPR_SUBMISSION',
  'TREATY_BODY_REPORT',
  'UNHCR_NOTIFY',
  'UNHCR_RSD',
  'ICRC_TRACING',
  'ICRC_FAMILY_MSG',
  'GOV_DEMARCHE',
  'CONSULAR_REQUEST',
  'PARLIAMENT_LETTER',
  'LEGAL_AID',
  'MEDICAL_AID',
  'FINANCIAL_AID',
  'MEDIA_RELEASE',
  'PUBLIC_CAMPAIGN',
  'QUIET_DIPLOMACY',
  'PARTNER_REFERRAL',
] as const
export type InterventionType = (typeof interventionTypes)[number]

/** Who receives it, as far as consent tells one recipient from another. */
export const mechanisms = [
  'WGEID',
  'WGAD',
  'SPECIAL_PROCEDURES',
  'UN_PUBLIC',
  'UNHCR',
  'ICRC',
  'GOV_ROK',
  'GOV_OTHER',
  'GOV_ACCUSED',
  'PARTNER_NGO',
  'JUSTICE_BODY',
  'MEDIA',
] as const
export type Mechanism = (typeof mechanisms)[number]

/** What of a person an intervention can tell. Who a source is and how somebody is reached no consent lets out. */
export const disclosedFields = [
  'circumstances',
  'name',
  'birth',
  'sex',
  'citizenship',
  'whereabouts',
  'health',
  'photo',
] as const
export type DisclosedField = (typeof disclosedFields)[number]

/** To whom harm is weighed before anything is drafted (ICRC, Professional Standards for Protection Work, chapter 1). */
export const harmed = ['subject', 'kinOrigin', 'kinTransit', 'source', 'staff'] as const
export type Harmed = (typeof harmed)[number]

export const interventionStates = [
  'draft',
  'approved',
  'submitted',
  'acknowledged',
  'transmitted_to_state',
  'replied',
  'closed',
  'withdrawn',
] as const
export type InterventionState = (typeof interventionStates)[number]

export const interventionOutcomes = [
  'NO_REPLY',
  'GENERIC_REPLY',
  'DENIED',
  'INFO_PROVIDED',
  'ACCESS_GRANTED',
  'RETURN_AVERTED',
  'RELEASED',
  'OPINION_ARBITRARY',
  'OPINION_NOT_ARBITRARY',
  'FILED_RELEASED',
  'CLARIFIED',
  'DISCONTINUED',
  'ARCHIVED_CLOSED',
  'INADMISSIBLE',
  'REPRISAL_REPORTED',
] as const
export type InterventionOutcome = (typeof interventionOutcomes)[number]

/** What came of it for the person, harm among it (HURIDOCS Events Standard Formats, impact of an intervention). */
export const impacts = ['-3', '-2', '-1', '0', '1', '2', '3'] as const

/** On what a disclosure without consent can rest (GDPR articles 6 and 9). */
export const legalBases = ['vital_interests', 'legal_claims', 'public_interest', 'legal_obligation'] as const
export type LegalBasis = (typeof legalBases)[number]

/** For how long an answer is waited for where nobody says otherwise: a state has sixty days. */
export const replyDays = 60

/** What went to the special procedures is public after some sixty days: who allowed it is asked once more before. */
export const reconfirmDays = 45
