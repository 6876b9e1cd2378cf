/** What a full intake asks of the subject beside names, birth and family, which have their own rows. */
export const intakeQuestions = [
  'purpose_explained',
  'language',
  'interpreter',
  'asked_before',
  'birth_place',
  'origin',
  'citizenship',
  'ethnicity',
  'religion',
  'health',
  'pregnancy',
  'political',
  'sexual_violence',
  'occupation',
  'family',
  'route',
  'arrests',
  'intended_destination',
  'fears',
  'wishes',
] as const
export type IntakeQuestion = (typeof intakeQuestions)[number]

/** Asked only where a purpose is stated (GDPR art. 9), and hidden until it is asked for. */
export const protectedQuestions = [
  'ethnicity',
  'religion',
  'health',
  'pregnancy',
  'political',
  'sexual_violence',
] as const satisfies readonly IntakeQuestion[]

/** A question without an answer says why there is none. */
export const answerStates = ['answered', 'not_asked', 'refused', 'unknown'] as const
export type AnswerState = (typeof answerStates)[number]

/** Why a protected characteristic is written down. */
export const answerPurposes = ['vital_interest', 'legal_claim', 'explicit_consent', 'medical_care'] as const
export type AnswerPurpose = (typeof answerPurposes)[number]
