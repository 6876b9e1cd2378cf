/** One thing that a colleague did on a file. */
export type Change = { ref: string; deed: string; by: string | null; at: Date }

/** What was done on one file: each deed once, in the order in which it was last done. */
export type ChangedFile = { ref: string; at: Date; deeds: string[]; by: string[] }

const filesMax = 20

/** Changes, newest first, gathered by file; at most twenty files. A change by a rule has nobody. */
export function gatherChanges(changes: readonly Change[]): ChangedFile[] {
  const files = new Map<string, Change[]>()
  for (const change of changes) files.set(change.ref, [...(files.get(change.ref) ?? []), change])
  return [...files].slice(0, filesMax).map(([ref, list]) => ({
    ref,
    at: list.reduce((last, { at }) => (at > last ? at : last), new Date(0)),
    deeds: [...new Set(list.map(({ deed }) => deed))],
    by: [...new Set(list.flatMap(({ by }) => by ?? []))],
  }))
}
