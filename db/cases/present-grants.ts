import type { Ctx } from '../ctx'
import type { CaseRows } from './gather-rows'

/** The grants on one file that are live now, with their reasons. */
export const presentGrants = ({ vault }: Ctx, caseId: string, grants: CaseRows['grants']) =>
  grants.map((row) => ({
    ...row,
    reason: vault.open('access_grant.reason', { caseId, rowId: row.id }, row.reason),
  }))
