import { asc, desc, eq } from 'drizzle-orm'
import type { Ctx } from '../ctx'
import { claims, situationBases, situationEntries } from '../schema'

const entriesMax = 300
const claimsMax = 1200

export type ClaimView = {
  id: string
  sourceId: string
  predicate: string
  value: string
  quote: string | null
  stance: string
  credibility: string
  distance: string
}

/** The situation entries of one file, newest record first, each with the claims it stands on. */
export async function readEntries(ctx: Ctx, caseId: string) {
  const [entries, bases, facts] = await Promise.all([
    ctx.db
      .select()
      .from(situationEntries)
      .where(eq(situationEntries.caseId, caseId))
      .orderBy(desc(situationEntries.recordedAt), desc(situationEntries.id))
      .limit(entriesMax),
    ctx.db.select().from(situationBases).where(eq(situationBases.caseId, caseId)).limit(claimsMax),
    ctx.db.select().from(claims).where(eq(claims.caseId, caseId)).orderBy(asc(claims.recordedAt)).limit(claimsMax),
  ])
  const { vault } = ctx
  const opened = new Map(
    facts.map((row): [string, ClaimView] => [
      row.id,
      {
        id: row.id,
        sourceId: row.sourceId,
        predicate: row.predicate,
        value: vault.open('claim.value', { caseId, rowId: row.id }, row.value),
        quote: vault.openOptional('claim.quote', { caseId, rowId: row.id }, row.quote),
        stance: row.stance,
        credibility: row.credibility,
        distance: row.distance,
      },
    ]),
  )
  const basis = byEntry(bases)
  return entries.map((row) => {
    const at = { caseId, rowId: row.id }
    return {
      id: row.id,
      situation: row.situation,
      valid: vault.openOptional('situation_entry.valid', at, row.valid),
      place: vault.openOptional('situation_entry.place', at, row.place),
      province: row.province,
      reliability: row.reliability,
      credibility: row.credibility,
      note: vault.openOptional('situation_entry.note', at, row.note),
      gapReason: vault.openOptional('situation_entry.gap_reason', at, row.gapReason),
      correctionOf: row.correctionOf,
      recordedBy: row.recordedBy,
      recordedAt: row.recordedAt,
      claims: (basis.get(row.id) ?? []).flatMap(({ claimId }) => opened.get(claimId) ?? []),
    }
  })
}

export type EntryView = Awaited<ReturnType<typeof readEntries>>[number]

function byEntry(bases: readonly { entryId: string; claimId: string }[]) {
  const grouped = new Map<string, { claimId: string }[]>()
  for (const row of bases) grouped.set(row.entryId, [...(grouped.get(row.entryId) ?? []), row])
  return grouped
}
