import { and, eq, or, sql } from 'drizzle-orm'
import { parseRef } from '@/lib/cases/ref'
import type { Ctx } from '../ctx'
import { caseFiles, sameAs } from '../schema'
import { sideA, sideB } from './find-pair'

const linksMax = 20

/** `byLink` is the confidentiality that this file carries while its links stand. */
export type LinkedRef = { ref: string; pairId: string; byLink: string | null }

/** Refs under which the subject of this file is recorded too, as far as the reader reads those files. */
export async function linkedRefs(ctx: Ctx, refText: string): Promise<LinkedRef[]> {
  const ref = parseRef(refText)
  if (!ref) return []
  const rows = await ctx.db
    .select({ pairId: sameAs.pairId, a: sideA.ref, b: sideB.ref, byLink: caseFiles.confidentialityByLink })
    .from(caseFiles)
    .innerJoin(sameAs, or(eq(sameAs.caseA, caseFiles.id), eq(sameAs.caseB, caseFiles.id)))
    .innerJoin(sideA, eq(sideA.id, sameAs.caseA))
    .innerJoin(sideB, eq(sideB.id, sameAs.caseB))
    .where(and(eq(caseFiles.ref, ref), eq(sameAs.decision, 'same'), eq(sameAs.state, 'standing')))
    .orderBy(sql`1`)
    .limit(linksMax)
  return rows.map(({ pairId, a, b, byLink }) => ({ pairId, byLink, ref: a === ref ? b : a }))
}
