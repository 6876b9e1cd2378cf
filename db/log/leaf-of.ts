import { entryLeaf } from '@/lib/audit/entry-leaf'
import { auditEntries } from '../schema'

/** The columns that the leaf of an entry is made of: all that the sequencer's role may read of it. */
export const leafColumns = {
  id: auditEntries.id,
  at: auditEntries.at,
  actorId: auditEntries.actorId,
  deed: auditEntries.deed,
  outcome: auditEntries.outcome,
  objectIds: auditEntries.objectIds,
  detailsCommitment: auditEntries.detailsCommitment,
}

export type ClearEntry = Pick<typeof auditEntries.$inferSelect, keyof typeof leafColumns>

export const leafOf = (row: ClearEntry): Uint8Array =>
  entryLeaf({
    ...row,
    at: row.at.toISOString(),
    detailsCommitment: Buffer.from(row.detailsCommitment).toString('hex'),
  })
