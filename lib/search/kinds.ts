/** By what a file is found; in the order in which they stand on the page. */
export const hitKinds = ['code', 'phone', 'name', 'place', 'word'] as const
export type HitKind = (typeof hitKinds)[number]

/** How a search came of the one before it: `again` asks the same once more, `on` looks through older notes. */
export const searchSteps = ['first', 'narrow', 'widen', 'exclude', 'again', 'on'] as const
export type SearchStep = (typeof searchSteps)[number]

/** The steps that bring words of their own. */
export const clauseSteps = ['narrow', 'widen', 'exclude'] as const

/** The records whose words are looked through. */
export const wordBranches = [
  'situation',
  'sign',
  'contact',
  'claim',
  'comment',
  'task',
  'step',
  'flag',
  'factor',
  'handover',
  'answer',
] as const
export type WordBranch = (typeof wordBranches)[number]
