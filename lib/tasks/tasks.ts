/** What a task is about. `hand` is one that somebody wrote; every other is opened by a rule, and closes by itself. */
export const taskKinds = [
  'hand',
  'review',
  'silence',
  'gap',
  'try-again',
  'consent',
  'reply',
  'decide',
  'introduce',
  'test-channel',
  'visit-later',
  'return',
] as const
export type TaskKind = (typeof taskKinds)[number]

export const taskStates = ['open', 'done', 'dropped'] as const
export type TaskState = (typeof taskStates)[number]

/** What a rule wants done in particular, kept as the code of its sentence. */
export const taskOccasions = [
  'tell-kin',
  'ask-before-telling',
  'own-consent',
  'close-loops',
  'vital-interest',
  'reconfirm',
  'consent-withdrawn',
  'send-update',
] as const
export type TaskOccasion = (typeof taskOccasions)[number]
