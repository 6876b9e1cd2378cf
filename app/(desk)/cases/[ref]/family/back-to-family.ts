/** What was just done on this page, and may be said of it. */
export const saidThings = [
  'contact',
  'sign',
  'channel',
  'arranged',
  'phrase',
  'released',
  'relation',
  'relative',
  'place',
] as const
export type Said = (typeof saidThings)[number]

/** Where a deed leads: the part of the page that now shows what was done, and says so. */
export const backToFamily =
  (section: string, said: Said) =>
  ({ ref }: { ref: string }): string =>
    `/cases/${ref}/family?said=${said}#${section}`
