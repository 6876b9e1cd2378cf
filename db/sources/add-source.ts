import { eq, sql } from 'drizzle-orm'
import type { AddSource } from '@/lib/sources/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { sourceIdentities, sources } from '../schema'

/** A new source is its own origin unless it repeats the word of one that stands. */
export const addSource = verb('source.add', async (ctx: Ctx, input: AddSource) => {
  const file = await findFile(ctx, input.ref, 'case:edit')
  const [standing] = await ctx.db
    .select({
      count: sql<number>`count(*)::int`,
      groups: sql<number[]>`coalesce(array_agg(distinct ${sources.originGroup}), array[]::int[])`,
    })
    .from(sources)
    .where(eq(sources.caseId, file.id))
  const groups = standing?.groups ?? []
  if (input.origin !== undefined && !groups.includes(input.origin)) {
    throw new Refusal('invalid', { origin: 'not-on-list' })
  }
  const id = newId()
  const place = { caseId: file.id, rowId: id }
  await ctx.db.insert(sources).values({
    id,
    caseId: file.id,
    code: `SRC-${String((standing?.count ?? 0) + 1)}`,
    type: input.type,
    reliability: input.reliability,
    distance: input.distance,
    originGroup: input.origin ?? Math.max(0, ...groups) + 1,
    connection: ctx.vault.sealOptional('source.connection', place, input.connection),
    recordedBy: ctx.actor.id,
    recordedAt: ctx.now,
  })
  if (input.told !== undefined) {
    const name = ctx.vault.seal('source_identity.name', place, input.told)
    await ctx.db.insert(sourceIdentities).values({ sourceId: id, caseId: file.id, name })
  }
  await record(ctx, 'source.add', { caseId: file.id, teamId: file.teamId, objectIds: [id] })
  return { id: file.id, ref: file.ref, sourceId: id }
})
