import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { Refusal } from '@/lib/refusal'
import type { LowerFlag, RaiseFlag } from '@/lib/together/forms'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { flags } from '../schema'

const keepFlagged = (ctx: Ctx, caseId: string) => ctx.db.execute(sql`select set_flagged(${caseId}::uuid)`)

/** Whoever sees a file may say that it needs a second look, and why. */
export const raiseFlag = verb('flag.raise', async (ctx: Ctx, input: RaiseFlag) => {
  const file = await findFile(ctx, input.ref, 'flag:raise')
  const id = randomUUID()
  const reason = ctx.vault.seal('flag.reason', { caseId: file.id, rowId: id }, input.reason)
  await ctx.db.insert(flags).values({ id, caseId: file.id, reason, recordedBy: ctx.actor.id, recordedAt: ctx.now })
  await keepFlagged(ctx, file.id)
  await record(ctx, 'flag.raise', { caseId: file.id, teamId: file.teamId, objectIds: [id] })
  return { id: file.id, ref: file.ref }
})

export const lowerFlag = verb('flag.lower', async (ctx: Ctx, input: LowerFlag) => {
  const file = await findFile(ctx, input.ref, 'flag:raise')
  const one = and(eq(flags.id, input.flagId), eq(flags.caseId, file.id))
  const lowered = await ctx.db
    .update(flags)
    .set({ loweredBy: ctx.actor.id, loweredAt: ctx.now, version: sql`${flags.version} + 1` })
    .where(and(one, eq(flags.version, input.version), isNull(flags.loweredAt)))
    .returning({ id: flags.id })
  if (lowered.length === 0) {
    const [standing] = await ctx.db.select({ id: flags.id }).from(flags).where(one)
    throw new Refusal(standing ? 'conflict' : 'not-found')
  }
  await keepFlagged(ctx, file.id)
  await record(ctx, 'flag.lower', { caseId: file.id, teamId: file.teamId, objectIds: [input.flagId] })
  return { id: file.id, ref: file.ref }
})
