import { and, eq } from 'drizzle-orm'
import type { ApproveMatch, DeclineMatch, UndoMatch } from '@/lib/matches/forms'
import { Refusal } from '@/lib/refusal'
import { type Ctx, verb } from '../ctx'
import { sameAs } from '../schema'
import { type FoundPair, findPair, recordOnBoth } from './find-pair'

type Row = typeof sameAs.$inferSelect

async function findDecision(ctx: Ctx, { pair }: FoundPair, sameId: string): Promise<Row> {
  const [row] = await ctx.db
    .select()
    .from(sameAs)
    .where(and(eq(sameAs.id, sameId), eq(sameAs.pairId, pair.id)))
  if (!row) throw new Refusal('not-found')
  return row
}

type Change = Partial<typeof sameAs.$inferInsert>

/** Changes a decision that still stands as it was seen; what another has done meanwhile is a conflict. */
async function change(ctx: Ctx, { id, state }: Row, { version, set }: { version: number; set: Change }): Promise<void> {
  const rows = await ctx.db
    .update(sameAs)
    .set({ ...set, version: version + 1 })
    .where(and(eq(sameAs.id, id), eq(sameAs.version, version), eq(sameAs.state, state)))
    .returning({ id: sameAs.id })
  if (rows.length === 0) throw new Refusal('conflict')
}

async function settle(ctx: Ctx, input: ApproveMatch, state: 'standing' | 'declined') {
  const found = await findPair(ctx, input.pairId)
  const row = await findDecision(ctx, found, input.sameId)
  if (!found.can.settle || row.decidedBy === ctx.actor.id) throw new Refusal('forbidden')
  if (row.state !== 'waiting') throw new Refusal('conflict')
  const { reason } = input
  const settledReason = reason ? ctx.vault.sealForHouse('same_as.settled_reason', row.id, Buffer.from(reason)) : null
  const set = { state, settledBy: ctx.actor.id, settledAt: ctx.now, settledReason }
  await change(ctx, row, { version: input.version, set })
  const details = { decision: row.decision, state }
  await recordOnBoth(ctx, 'match.settle', { ...found, objectIds: [found.pair.id, row.id], details })
  return { id: found.pair.id }
}

/** A second person agrees that two files are about one person: the link stands. Nobody approves his own. */
export const approveMatch = verb('match.settle', (ctx: Ctx, input: ApproveMatch) => settle(ctx, input, 'standing'))

/** A second person disagrees and says why; the pair is open again. */
export const declineMatch = verb('match.settle', (ctx: Ctx, input: DeclineMatch) => settle(ctx, input, 'declined'))

/** Takes a decision back: one's own while it waits, any that stands. What was linked is as it was before. */
export const undoMatch = verb('match.undo', async (ctx: Ctx, input: UndoMatch) => {
  const found = await findPair(ctx, input.pairId)
  const row = await findDecision(ctx, found, input.sameId)
  const [own, waits] = [row.decidedBy === ctx.actor.id, row.state === 'waiting']
  if (!found.can.decide || (waits && !own)) throw new Refusal('forbidden')
  if (!waits && row.state !== 'standing') throw new Refusal('conflict')
  const by = { undoneReason: ctx.vault.sealForHouse('same_as.undone_reason', row.id, Buffer.from(input.reason)) }
  const [settledBy, undoneBy] = [ctx.actor.id, ctx.actor.id]
  const set = waits
    ? { ...by, state: 'withdrawn', settledBy, settledAt: ctx.now }
    : { ...by, state: 'undone', undoneBy, undoneAt: ctx.now }
  await change(ctx, row, { version: input.version, set })
  const details = { decision: row.decision, state: set.state }
  await recordOnBoth(ctx, 'match.undo', { ...found, objectIds: [found.pair.id, row.id], details })
  return { id: found.pair.id }
})
