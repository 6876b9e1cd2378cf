import { eq } from 'drizzle-orm'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { situations } from '@/lib/situations/situations'
import type { Ctx } from '../ctx'
import { situationEntries } from '../schema'
import type { EntryShape } from './entry-rows'

const entriesMax = 2000

/** The entries of a file as the life-cycle reads them. */
export async function entryShapes(ctx: Ctx, caseId: string): Promise<EntryShape[]> {
  const rows = await ctx.db.select().from(situationEntries).where(eq(situationEntries.caseId, caseId)).limit(entriesMax)
  return rows.map((row) => {
    const valid = ctx.vault.openOptional('situation_entry.valid', { caseId, rowId: row.id }, row.valid)
    return {
      id: row.id,
      situation: situations.find((code) => code === row.situation) ?? 'UNVERIFIED',
      valid: valid === null ? null : fromEdtf(valid),
      recordedAt: row.recordedAt,
      reliability: row.reliability,
      credibility: row.credibility,
      province: row.province,
      stance: row.stance,
      correctionOf: row.correctionOf,
    }
  })
}
