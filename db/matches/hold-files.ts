import { anyOf } from '../any-of'
import { vaultKeys } from '../schema'
import { type Reader, grouped } from './first-subjects'

const ofMatcher = { teamId: '', confidentiality: 'named' as const, own: null }

/** Takes every key of these files. */
export async function holdFiles({ db, vault }: Reader, caseIds: readonly string[]): Promise<void> {
  const rows = await db.select().from(vaultKeys).where(anyOf(vaultKeys.caseId, caseIds))
  for (const [id, keys] of grouped(rows, ({ caseId }) => caseId)) vault.hold({ id, ...ofMatcher }, keys)
}
