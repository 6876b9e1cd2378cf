/** How a sign of life came: what the ledger of proof of life counts. */
export const signsOfLife = [
  'call_from_detention',
  'call',
  'sighting',
  'letter',
  'relayed_word',
  'photo_or_video',
  'official_word',
] as const
export type SignOfLife = (typeof signsOfLife)[number]
