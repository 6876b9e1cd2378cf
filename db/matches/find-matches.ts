import { randomUUID } from 'node:crypto'
import { mayEver } from '@/lib/access/can'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { matchScans } from '../schema'

/** Asks the matcher to compare all files; one such search at a time. */
export const findMatches = verb('match.scan', async (ctx: Ctx) => {
  if (!mayEver(ctx.actor.role, 'match:find')) throw new Refusal('forbidden')
  const id = randomUUID()
  const made = await ctx.db
    .insert(matchScans)
    .values({ id, askedBy: ctx.actor.id, askedAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: matchScans.id })
  if (made.length === 0) throw new Refusal('conflict')
  await record(ctx, 'match.scan', { objectIds: [id] })
  return { id }
})
