import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { DecideMatch } from '@/lib/matches/forms'
import { Refusal } from '@/lib/refusal'
import { type Ctx, verb } from '../ctx'
import { sameAs } from '../schema'
import { type FoundPair, findPair, recordOnBoth } from './find-pair'

/** What stands now: the decision that another has taken meanwhile, or new scores alone. */
function conflict({ pair: { state, version } }: FoundPair): Refusal {
  const decision = state === 'waiting' ? 'same' : state
  return new Refusal('conflict', undefined, { ...(decision !== 'open' && { decision }), version: String(version) })
}

/** Who could not tell and now can decides again; what they said before stays in the history. */
const endUnsure = (ctx: Ctx, pairId: string) =>
  ctx.db
    .update(sameAs)
    .set({ state: 'undone', undoneBy: ctx.actor.id, undoneAt: ctx.now, version: sql`${sameAs.version} + 1` })
    .where(and(eq(sameAs.pairId, pairId), eq(sameAs.state, 'standing'), eq(sameAs.decision, 'unsure')))

/** Says of a pair that it is one person, two, or that nobody can tell yet. `same` holds once a second person agrees. */
export const decideMatch = verb('match.decide', async (ctx: Ctx, input: DecideMatch) => {
  const found = await findPair(ctx, input.pairId)
  const { pair } = found
  if (!found.can.decide) throw new Refusal('forbidden')
  if (pair.version !== input.version) throw conflict(found)
  if (pair.state === 'unsure') await endUnsure(ctx, pair.id)
  const [id, { decision }] = [randomUUID(), input]
  const { caseA, personA, caseB, personB, scores, total } = pair
  const made = await ctx.db
    .insert(sameAs)
    .values({
      id,
      pairId: pair.id,
      ...{ caseA, personA, caseB, personB, scores, total, decision },
      state: decision === 'same' ? 'waiting' : 'standing',
      reason: ctx.vault.sealForHouse('same_as.reason', id, Buffer.from(input.reason)),
      decidedBy: ctx.actor.id,
      decidedAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: sameAs.id })
  if (made.length === 0) throw conflict(found)
  await recordOnBoth(ctx, 'match.decide', { ...found, objectIds: [pair.id, id], details: { decision } })
  return { id: pair.id }
})
