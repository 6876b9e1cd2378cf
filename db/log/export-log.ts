import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { exportLines } from '@/lib/log/export-lines'
import { type ExportLog, filterCodes } from '@/lib/log/forms'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { auditEntries } from '../schema'
import { inBatches } from './in-batches'
import { assertExports, logConditions } from './log-conditions'

const columns = ['leaf', 'leafHash', 'id', 'at', 'actorId', 'deed', 'objectIds', 'outcome', 'detailsCommitment']

const Row = z.object({
  leaf: z.coerce.number().nullable(),
  leaf_hash: z.string().nullable(),
  id: z.uuid(),
  at: z.string().transform((text) => new Date(text).toISOString()),
  actor_id: z.uuid().nullable(),
  deed: z.string(),
  object_ids: z.array(z.uuid()),
  outcome: z.string(),
  details_commitment: z.string(),
})

/** The clear fields of which the leaf is made, so that whoever holds the export can check it; nothing sealed is opened. */
const exported = (within: SQL | undefined): SQL => sql`
  select l.index as leaf, encode(l.leaf_hash, 'hex') as leaf_hash, ${auditEntries.id}, ${auditEntries.at},
         ${auditEntries.actorId}, ${auditEntries.deed}, ${auditEntries.objectIds}, ${auditEntries.outcome},
         encode(${auditEntries.detailsCommitment}, 'hex') as details_commitment
    from ${auditEntries} left join audit_leaf l on l.entry_id = ${auditEntries.id}
   where ${within ?? sql`true`}
   order by ${auditEntries.at} desc, ${auditEntries.id}`

/** Puts the export on record, with its reason; to be committed before `exportedLog` gives the first byte. */
export const exportLog = verb('audit.export', async (ctx: Ctx, input: ExportLog): Promise<ExportLog> => {
  assertExports(ctx, 'audit:export')
  const { format, reason } = input
  await record(ctx, 'audit.export', { details: { format, reason, filters: filterCodes(input) } })
  return { ...input, kind: 'entries' }
})

/** The entries as lines of a file, newest first, a batch at a time. */
export async function* exportedLog(ctx: Ctx, input: ExportLog): AsyncGenerator<string> {
  assertExports(ctx, 'audit:export')
  const { opening, line } = exportLines(input.format, columns)
  yield opening
  for await (const batch of inBatches(ctx, exported(logConditions(ctx, input)))) {
    const rows = z.array(Row).parse(batch)
    yield rows
      .map((row) =>
        line([
          row.leaf,
          row.leaf_hash,
          row.id,
          row.at,
          row.actor_id,
          row.deed,
          row.object_ids,
          row.outcome,
          row.details_commitment,
        ]),
      )
      .join('')
  }
}
