import { and, eq, isNull, sql } from 'drizzle-orm'
import { Refusal } from '@/lib/refusal'
import type { ReviewGlass } from '@/lib/together/forms'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { glassBreaks } from '../schema'

/** A coordinator of the file's team says whether an emergency opening was justified; nobody says it of an own one. */
export const reviewGlass = verb('glass.review', async (ctx: Ctx, input: ReviewGlass) => {
  const file = await findFile(ctx, input.ref, 'glass:review')
  const one = and(eq(glassBreaks.id, input.breakId), eq(glassBreaks.caseId, file.id))
  const [standing] = await ctx.db.select({ userId: glassBreaks.userId }).from(glassBreaks).where(one)
  if (!standing) throw new Refusal('not-found')
  if (standing.userId === ctx.actor.id) throw new Refusal('forbidden')
  const reviewed = await ctx.db
    .update(glassBreaks)
    .set({
      isJustified: input.verdict === 'justified',
      finding: ctx.vault.sealForHouse('glass_break.finding', input.breakId, Buffer.from(input.finding)),
      reviewedBy: ctx.actor.id,
      reviewedAt: ctx.now,
      version: sql`${glassBreaks.version} + 1`,
    })
    .where(and(one, eq(glassBreaks.version, input.version), isNull(glassBreaks.reviewedAt)))
    .returning({ id: glassBreaks.id })
  if (reviewed.length === 0) throw new Refusal('conflict')
  const details = { verdict: input.verdict, reason: input.finding }
  await record(ctx, 'glass.review', { caseId: file.id, teamId: file.teamId, objectIds: [input.breakId], details })
  return { id: file.id, ref: file.ref }
})
