/** What two people are compared by, in the order in which it is shown. */
export const matchFields = [
  'names',
  'sex',
  'birth',
  'origin',
  'arrest-date',
  'arrest-place',
  'relatives',
  'channels',
] as const
export type MatchField = (typeof matchFields)[number]

/** `close`: not the same, but as a mistake or another way of counting would have it. */
export const verdicts = ['agrees', 'close', 'differs', 'missing'] as const
export type Verdict = (typeof verdicts)[number]

/** How a field agrees or differs, in a code that has words; `weight` in bits, log2(m / u). */
export type Score = { field: MatchField; verdict: Verdict; finding: Finding; weight: number }
export type Evidence = { scores: Score[]; total: number }

/** What exactly was found. */
export const findings = [
  'same-name',
  'same-sound',
  'near-name',
  'other-name',
  'same',
  'other',
  'same-day',
  'dates-meet',
  'day-and-month-swapped',
  'same-day-other-year',
  'lunar-calendar',
  'age-counted-otherwise',
  'within-a-month',
  'few-years-apart',
  'far-apart',
  'same-place',
  'same-province',
  'other-place',
  'relative-shared',
  'no-relative-shared',
  'channel-shared',
  'no-channel-shared',
  'unknown',
] as const
export type Finding = (typeof findings)[number]
