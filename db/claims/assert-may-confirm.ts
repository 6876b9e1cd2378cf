import { and, eq, ne } from 'drizzle-orm'
import type { Predicate } from '@/lib/claims/predicates'
import { mayConfirm, newReliability } from '@/lib/sources/grading'
import { reliabilities, stances } from '@/lib/sources/sources'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { claims, sources } from '../schema'

const claimsMax = 4000

type Said = { predicate: Predicate; value: string; credibility: string; stance?: string | undefined }

/** "Confirmed" takes two independent origins for the same fact, one of which can be judged. */
export async function assertMayConfirm(ctx: Ctx, said: Said, source: typeof sources.$inferSelect): Promise<void> {
  if (said.credibility !== '1') return
  const { caseId } = source
  const rows = await ctx.db
    .select({ id: claims.id, value: claims.value, stance: claims.stance, source: sources })
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .where(and(eq(claims.caseId, caseId), eq(claims.predicate, said.predicate), ne(claims.state, 'rejected')))
    .limit(claimsMax)
  const same = rows.filter(
    ({ id, value }) => ctx.vault.open('claim.value', { caseId, rowId: id }, value) === said.value,
  )
  const voices = [...same, { source, stance: said.stance ?? 'asserts' }].map((voice) => ({
    originGroup: String(voice.source.originGroup),
    reliability: reliabilities.find((letter) => letter === voice.source.reliability) ?? newReliability,
    stance: stances.find((word) => word === voice.stance) ?? 'asserts',
  }))
  if (!mayConfirm(voices)) throw new Refusal('invalid', { credibility: 'two-origins-needed' })
}
