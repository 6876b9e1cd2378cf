import type { IntakeQuestion } from './questions'

/** An interview in the order in which it is held; any step can be gone to at any time. */
export const interviewSteps = ['explain', 'names', 'protected', 'family', 'route', 'consent'] as const
export type InterviewStep = (typeof interviewSteps)[number]

export const answerSteps = [
  'explain',
  'names',
  'protected',
  'family',
  'route',
] as const satisfies readonly InterviewStep[]
export type AnswerStep = (typeof answerSteps)[number]

/** What each step asks. */
export const questionsOf: Record<AnswerStep, readonly IntakeQuestion[]> = {
  explain: ['purpose_explained', 'language', 'interpreter', 'asked_before'],
  names: ['birth_place', 'origin', 'citizenship', 'occupation'],
  protected: ['ethnicity', 'religion', 'health', 'pregnancy', 'political', 'sexual_violence'],
  family: ['family'],
  route: ['route', 'arrests', 'intended_destination', 'fears', 'wishes'],
}

/** What follows a step; after the last stands the review. */
export const stepAfter = (step: InterviewStep): InterviewStep | undefined =>
  interviewSteps[interviewSteps.indexOf(step) + 1]
