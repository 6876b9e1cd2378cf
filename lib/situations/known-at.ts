/**
 * The entries that stood in the file at an instant, whatever was recorded or corrected afterwards: what we believed then.
 * An entry recorded at that very instant counts as known.
 */
export function knownAt<Entry extends { recordedAt: Date }>(entries: readonly Entry[], at: Date): Entry[] {
  return entries.filter(({ recordedAt }) => recordedAt <= at)
}
