import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { mayEver } from '@/lib/access/can'
import { Refusal } from '@/lib/refusal'
import type { DecideReferral } from '@/lib/together/forms'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { referrals } from '../schema'

const Moved = z.object({ file_id: z.uuid(), file_ref: z.string() }).optional()

/** A coordinator of the team that was asked takes the file for one of its own, or says why not. */
export const decideReferral = verb('referral.decide', async (ctx: Ctx, input: DecideReferral) => {
  if (!mayEver(ctx.actor.role, 'referral:decide')) throw new Refusal('forbidden')
  const { referralId, owner = null, answer } = input
  const toTeam = ctx.actor.teamId ?? ''
  const [asked] = await ctx.db
    .select({ state: referrals.state })
    .from(referrals)
    .where(and(eq(referrals.id, referralId), eq(referrals.toTeam, toTeam)))
  if (!asked) throw new Refusal('not-found')
  if (asked.state !== 'waiting') throw new Refusal('conflict')
  const accepted = input.decision === 'accept'
  const [held] = await ctx.db.execute(sql`select may_hold_cases(${owner}::uuid, ${toTeam}::uuid) as may`)
  if (accepted && held?.['may'] !== true) throw new Refusal('invalid', { owner: 'cannot-hold-files' })
  const sealed =
    answer === undefined ? null : ctx.vault.sealForHouse('referral.answer', referralId, Buffer.from(answer))
  const [row] = await ctx.db.execute(
    sql`select * from decide_referral(${referralId}::uuid, ${accepted}, ${owner}::uuid, ${sealed}::bytea)`,
  )
  const moved = Moved.parse(row)
  await record(ctx, 'referral.decide', {
    ...(moved && { caseId: moved.file_id }),
    teamId: toTeam,
    objectIds: [referralId, ...(accepted && owner ? [owner] : [])],
    details: { decision: input.decision, reason: answer },
  })
  return { ref: moved?.file_ref ?? null }
})
