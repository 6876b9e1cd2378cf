import { and, asc, desc, eq } from 'drizzle-orm'
import type { Ctx } from '../ctx'
import { claims, situationBases, situationEntries } from '../schema'

const entriesMax = 300
const claimsMax = 1200

export type ClaimView = {
  sourceId: string
  predicate: string
  quote: string | null
  stance: string
  credibility: string
  distance: string
}

/** What an entry stands on. The values of the claims stay sealed: the entry says the same. */
const claimsOf = (ctx: Ctx, caseId: string) =>
  ctx.db
    .select({
      entryId: situationBases.entryId,
      id: claims.id,
      sourceId: claims.sourceId,
      predicate: claims.predicate,
      quote: claims.quote,
      stance: claims.stance,
      credibility: claims.credibility,
      distance: claims.distance,
    })
    .from(situationBases)
    .innerJoin(claims, and(eq(claims.id, situationBases.claimId), eq(claims.caseId, caseId)))
    .where(eq(situationBases.caseId, caseId))
    .orderBy(asc(claims.recordedAt))
    .limit(claimsMax)

/** The situation entries of one file, newest record first, each with the claims it stands on. */
export async function readEntries(ctx: Ctx, caseId: string) {
  const { vault } = ctx
  const [entries, facts] = await Promise.all([
    ctx.db
      .select()
      .from(situationEntries)
      .where(eq(situationEntries.caseId, caseId))
      .orderBy(desc(situationEntries.recordedAt), desc(situationEntries.id))
      .limit(entriesMax),
    claimsOf(ctx, caseId),
  ])
  const basis = new Map<string, ClaimView[]>(entries.map(({ id }) => [id, []]))
  for (const { entryId, id, quote, ...claim } of facts) {
    const opened = vault.openOptional('claim.quote', { caseId, rowId: id }, quote)
    basis.get(entryId)?.push({ ...claim, quote: opened })
  }
  return entries.map((row) => {
    const at = { caseId, rowId: row.id }
    return {
      id: row.id,
      situation: row.situation,
      valid: vault.openOptional('situation_entry.valid', at, row.valid),
      place: vault.openOptional('situation_entry.place', at, row.place),
      province: row.province,
      stance: row.stance,
      reliability: row.reliability,
      credibility: row.credibility,
      note: vault.openOptional('situation_entry.note', at, row.note),
      gapReason: vault.openOptional('situation_entry.gap_reason', at, row.gapReason),
      correctionOf: row.correctionOf,
      recordedBy: row.recordedBy,
      recordedAt: row.recordedAt,
      claims: basis.get(row.id) ?? [],
    }
  })
}

export type EntryView = Awaited<ReturnType<typeof readEntries>>[number]
