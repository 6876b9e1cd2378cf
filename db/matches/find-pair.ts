import { alias } from 'drizzle-orm/pg-core'
import { eq } from 'drizzle-orm'
import { can, mayEver } from '@/lib/access/can'
import { readScores } from '@/lib/matches/score-text'
import { Refusal } from '@/lib/refusal'
import type { AuditDeed } from '@/lib/audit/deeds'
import { record } from '../audit'
import { type FoundFile, findFile } from '../cases/find-file'
import type { Ctx } from '../ctx'
import { caseFiles, matchPairs } from '../schema'

export type FoundPair = {
  pair: typeof matchPairs.$inferSelect
  a: FoundFile
  b: FoundFile
  can: { decide: boolean; settle: boolean }
}

export const sideA = alias(caseFiles, 'side_a')
export const sideB = alias(caseFiles, 'side_b')

/** A pair of which both files are within reach, with their keys; any other is not found. */
export async function findPair(ctx: Ctx, id: string): Promise<FoundPair> {
  if (!mayEver(ctx.actor.role, 'match:decide')) throw new Refusal('forbidden')
  const [row] = await ctx.db
    .select({ pair: matchPairs, refA: sideA.ref, refB: sideB.ref })
    .from(matchPairs)
    .innerJoin(sideA, eq(sideA.id, matchPairs.caseA))
    .innerJoin(sideB, eq(sideB.id, matchPairs.caseB))
    .where(eq(matchPairs.id, id))
  if (!row) throw new Refusal('not-found')
  const [a, b] = await Promise.all([findFile(ctx, row.refA, 'case:read'), findFile(ctx, row.refB, 'case:read')])
  const either = (deed: 'match:decide' | 'proposal:decide') =>
    can(ctx.actor, deed, { ...a.held, isClosed: false }) || can(ctx.actor, deed, { ...b.held, isClosed: false })
  return { pair: row.pair, a, b, can: { decide: either('match:decide'), settle: either('proposal:decide') } }
}

export const scoresOf = ({ pair: { scores, total } }: Pick<FoundPair, 'pair'>) => ({
  scores: readScores(scores),
  total: total / 10,
})

type Done = { objectIds: readonly string[]; details?: Record<string, string> }

/** Each of the two files has its own entry, which names the pair and not the other file. */
export async function recordOnBoth(ctx: Ctx, deed: AuditDeed, about: Done & Pick<FoundPair, 'a' | 'b'>): Promise<void> {
  const { a, b, objectIds, details } = about
  await Promise.all(
    [a, b].map(({ id, teamId }) => record(ctx, deed, { caseId: id, teamId, objectIds, ...(details && { details }) })),
  )
}
