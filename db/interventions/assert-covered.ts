import { and, eq, inArray } from 'drizzle-orm'
import type { ConsentRow } from '@/lib/consents/standing-consents'
import { type Covered, consentsIn, coverageOf, missingIn } from '@/lib/interventions/coverage'
import { ProposedOverride } from '@/lib/interventions/forms'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { findSubject } from '../intake/find-subject'
import { consents, proposals } from '../schema'
import type { FoundIntervention } from './find-intervention'
import { holdConsents } from './hold-consents'

export type ApprovedOverride = ProposedOverride & {
  id: string
  proposedBy: string | null
  decidedBy: string | null
  decidedAt: Date
}

/** What two approvers let out of these interventions without consent, by the intervention's id. */
export async function overridesOf(
  ctx: Ctx,
  found: readonly FoundIntervention[],
): Promise<Map<string, ApprovedOverride>> {
  const ids = found.flatMap(({ overrideId }) => overrideId ?? [])
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select()
    .from(proposals)
    .where(and(inArray(proposals.id, ids), eq(proposals.kind, 'disclosure'), eq(proposals.state, 'approved')))
  return new Map(
    rows.flatMap(({ id, caseId, payload, proposedBy, decidedBy, decidedAt }) => {
      const text = ctx.vault.openOptional('proposal.payload', { caseId, rowId: id }, payload)
      if (text === null || decidedAt === null) return []
      const proposed = ProposedOverride.parse(JSON.parse(text))
      const of = found.find((one) => one.id === proposed.interventionId && one.overrideId === id)
      return of ? [[of.id, { ...proposed, id, proposedBy, decidedBy, decidedAt }] as const] : []
    }),
  )
}

/** What was ever said of consent in a file, without its sealed words. */
export const consentWords = (ctx: Ctx, caseId: string): PromiseLike<ConsentRow[]> =>
  ctx.db
    .select({
      id: consents.id,
      givenBy: consents.givenBy,
      scope: consents.scope,
      capacity: consents.capacity,
      decision: consents.decision,
      recordedAt: consents.recordedAt,
    })
    .from(consents)
    .where(eq(consents.caseId, caseId))

/** What allows each thing this intervention tells, now and until this transaction ends. */
export async function heldCoverage(ctx: Ctx, found: FoundIntervention): Promise<Covered[]> {
  await holdConsents(ctx, found.caseId)
  const [words, subject, overrides] = await Promise.all([
    consentWords(ctx, found.caseId),
    findSubject(ctx, found.caseId),
    overridesOf(ctx, [found]),
  ])
  const ground = { words, subjectId: subject.id, override: overrides.get(found.id) ?? null, now: ctx.now }
  return coverageOf({ mechanism: found.mechanism, fields: found.disclosed }, ground)
}

/** The consents a disclosure rests on; one thing told that nothing allows, and it is refused whole. */
export async function assertCovered(ctx: Ctx, found: FoundIntervention): Promise<string[]> {
  const coverage = await heldCoverage(ctx, found)
  if (missingIn(coverage).length > 0) throw new Refusal('invalid', { note: 'consent-missing' })
  return consentsIn(coverage)
}
