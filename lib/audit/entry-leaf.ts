import { canonicalJson } from '@/lib/audit/canonical-json'
import { leafHash } from '@/lib/audit/leaf-hash'

/** The clear fields of an audit entry. `at` is UTC to the millisecond, `detailsCommitment` 64 lower-case hex digits. */
export type AuditEntry = {
  id: string
  at: string
  actorId: string | null
  deed: string
  objectIds: readonly string[]
  outcome: string
  detailsCommitment: string
}

/**
 * The leaf's bytes as text: the canonical JSON (RFC 8785) of exactly the seven clear fields, whatever else the object
 * carries. Throws a RangeError for a time or commitment in another form, since two spellings would be two leaves.
 */
export function entryText(entry: AuditEntry): string {
  const { id, at, actorId, deed, objectIds, outcome, detailsCommitment } = entry
  if (!instant.test(at) || Number.isNaN(Date.parse(at))) throw new RangeError('a time is UTC to the millisecond')
  if (!commitment.test(detailsCommitment)) throw new RangeError('a commitment is 64 lower-case hex digits')
  return canonicalJson({ id, at, actorId, deed, objectIds, outcome, detailsCommitment })
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const commitment = /^[0-9a-f]{64}$/

/** The entry's leaf in the log: the RFC 6962 §2.1 leaf hash of `entryText` in UTF-8, 32 bytes. */
export function entryLeaf(entry: AuditEntry): Uint8Array {
  return leafHash(new TextEncoder().encode(entryText(entry)))
}
