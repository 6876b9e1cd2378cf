import { and, eq, isNull, sql } from 'drizzle-orm'
import { can } from '@/lib/access/can'
import { Refusal } from '@/lib/refusal'
import type { LowerFlag, RaiseFlag } from '@/lib/together/forms'
import { record } from '../audit'
import { type FoundFile, findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { flags } from '../schema'

const keepFlagged = (ctx: Ctx, caseId: string) => ctx.db.execute(sql`select set_flagged(${caseId}::uuid)`)

/** Whoever sees a file may say that it needs a second look, and why. */
export const raiseFlag = verb('flag.raise', async (ctx: Ctx, input: RaiseFlag) => {
  const file = await findFile(ctx, input.ref, 'flag:raise')
  const id = newId()
  const reason = ctx.vault.seal('flag.reason', { caseId: file.id, rowId: id }, input.reason)
  await ctx.db.insert(flags).values({ id, caseId: file.id, reason, recordedBy: ctx.actor.id, recordedAt: ctx.now })
  await keepFlagged(ctx, file.id)
  await record(ctx, 'flag.raise', { caseId: file.id, teamId: file.teamId, objectIds: [id] })
  return { id: file.id, ref: file.ref }
})

/** Who raised a flag may lower it, and whoever works on the file; who only reads it may not wave off another's doubt. */
export const mayLower = ({ actor }: Ctx, { held }: Pick<FoundFile, 'held'>, flag: { recordedBy: string }): boolean =>
  flag.recordedBy === actor.id || can(actor, 'case:edit', held)

/** The flag goes down with the reason why; both stay. */
export const lowerFlag = verb('flag.lower', async (ctx: Ctx, input: LowerFlag) => {
  const { flagId, version, reason } = input
  const file = await findFile(ctx, input.ref, 'flag:raise')
  const one = and(eq(flags.id, flagId), eq(flags.caseId, file.id))
  const [standing] = await ctx.db.select({ recordedBy: flags.recordedBy }).from(flags).where(one)
  if (!standing) throw new Refusal('not-found')
  if (!mayLower(ctx, file, standing)) throw new Refusal('forbidden')
  const loweredReason = ctx.vault.seal('flag.lowered_reason', { caseId: file.id, rowId: flagId }, reason)
  const lowered = await ctx.db
    .update(flags)
    .set({ loweredBy: ctx.actor.id, loweredAt: ctx.now, loweredReason, version: version + 1 })
    .where(and(one, eq(flags.version, version), isNull(flags.loweredAt)))
    .returning({ id: flags.id })
  if (lowered.length === 0) throw new Refusal('conflict')
  await keepFlagged(ctx, file.id)
  await record(ctx, 'flag.lower', { caseId: file.id, teamId: file.teamId, objectIds: [flagId] })
  return { id: file.id, ref: file.ref }
})
