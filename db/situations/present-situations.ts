import type { CaseRows } from '../cases/gather-rows'
import type { Ctx } from '../ctx'

/** A row as any statement reads it: its sealed fields are bytes. */
type Shut<Row> = { [Column in keyof Row]: Row[Column] extends Buffer | null ? Uint8Array | null : Row[Column] }

type EntryRows = {
  entries: readonly Shut<CaseRows['entries'][number]>[]
  bases: readonly Shut<CaseRows['bases'][number]>[]
}

/** The situation entries of one file, newest record first, each with its sources and the first words of one of them. */
export function presentSituations({ vault }: Ctx, caseId: string, rows: EntryRows) {
  return rows.entries.map((row) => {
    const at = { caseId, rowId: row.id }
    const stands = rows.bases.filter((basis) => basis.entryId === row.id)
    const quoted = stands.find(({ quote }) => quote !== null)
    return {
      ...row,
      valid: vault.openOptional('situation_entry.valid', at, row.valid),
      place: vault.openOptional('situation_entry.place', at, row.place),
      note: vault.openOptional('situation_entry.note', at, row.note),
      gapReason: vault.openOptional('situation_entry.gap_reason', at, row.gapReason),
      sourceIds: stands.map(({ sourceId }) => sourceId),
      quote: quoted?.quoteOf
        ? vault.openOptional('claim.quote', { caseId, rowId: quoted.quoteOf }, quoted.quote)
        : null,
    }
  })
}

export type EntryView = ReturnType<typeof presentSituations>[number]
