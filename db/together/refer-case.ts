import { and, eq, sql } from 'drizzle-orm'
import { Refusal } from '@/lib/refusal'
import type { ReferCase, RevokeReferral } from '@/lib/together/forms'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { referrals, teams } from '../schema'

/** Asks another team to take a file. Until it says yes, it learns the reason and nothing of the file. */
export const referCase = verb('case.refer', async (ctx: Ctx, input: ReferCase) => {
  const file = await findFile(ctx, input.ref, 'case:refer')
  const { toTeam } = input
  const asked = and(eq(referrals.caseId, file.id), eq(referrals.toTeam, toTeam), eq(referrals.state, 'waiting'))
  const [[team], [standing]] = await Promise.all([
    ctx.db.select({ id: teams.id }).from(teams).where(eq(teams.id, toTeam)),
    ctx.db.select({ id: referrals.id }).from(referrals).where(asked),
  ])
  if (!team || toTeam === file.teamId) throw new Refusal('invalid', { toTeam: 'not-on-list' })
  if (standing) throw new Refusal('invalid', { toTeam: 'already-there' })
  const id = newId()
  const reason = ctx.vault.sealForHouse('referral.reason', id, Buffer.from(input.reason))
  const by = { recordedBy: ctx.actor.id, recordedAt: ctx.now }
  await ctx.db.insert(referrals).values({ id, caseId: file.id, fromTeam: file.teamId, toTeam, reason, ...by })
  const details = { reason: input.reason }
  await record(ctx, 'case.refer', { caseId: file.id, teamId: file.teamId, objectIds: [id, toTeam], details })
  return { id: file.id, ref: file.ref }
})

export const revokeReferral = verb('referral.revoke', async (ctx: Ctx, input: RevokeReferral) => {
  const file = await findFile(ctx, input.ref, 'case:refer')
  const [standing] = await ctx.db
    .select({ id: referrals.id })
    .from(referrals)
    .where(and(eq(referrals.id, input.referralId), eq(referrals.caseId, file.id)))
  if (!standing) throw new Refusal('not-found')
  const { referralId, version } = input
  const [row] = await ctx.db.execute(sql`select revoke_referral(${referralId}::uuid, ${version}::int) as revoked`)
  if (row?.['revoked'] !== true) throw new Refusal('conflict')
  await record(ctx, 'referral.revoke', { caseId: file.id, teamId: file.teamId, objectIds: [referralId] })
  return { id: file.id, ref: file.ref }
})
