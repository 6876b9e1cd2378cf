/** What stands on the timeline of a file, in the order of its lanes. */
export const timelineKinds = [
  'situation',
  'sign',
  'contact',
  'claim',
  'risk',
  'consent',
  'intervention',
  'task',
  'handover',
  'referral',
  'step',
  'proposal',
] as const
export type TimelineKind = (typeof timelineKinds)[number]
