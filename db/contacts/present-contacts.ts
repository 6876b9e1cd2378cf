import type { CaseRows } from '../cases/gather-rows'
import type { Ctx } from '../ctx'

/** What was tried, opened; the newest attempt first. */
export const presentContacts = ({ vault }: Ctx, caseId: string, log: CaseRows['log']) =>
  log.map((row) => ({
    ...row,
    at: vault.open('contact_log.at', { caseId, rowId: row.id }, row.at),
    note: vault.openOptional('contact_log.note', { caseId, rowId: row.id }, row.note),
  }))

export type ChannelView = CaseRows['channels'][number]
