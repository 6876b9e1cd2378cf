import type { CaseRows } from '../cases/gather-rows'
import type { Ctx } from '../ctx'

/** The sources of one file: what they are and how they are graded, never who. */
export const presentSources = ({ vault }: Ctx, caseId: string, sources: CaseRows['sources']) =>
  sources.map((row) => ({
    ...row,
    connection: vault.openOptional('source.connection', { caseId, rowId: row.id }, row.connection),
  }))

export type SourceView = ReturnType<typeof presentSources>[number]
