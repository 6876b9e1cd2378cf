import { and, asc, desc, eq } from 'drizzle-orm'
import { fileHolders, listTeams } from '../accounts/list-staff'
import type { Ctx } from '../ctx'
import { referrals } from '../schema'

const referralsMax = 20

type Field = 'referral.reason' | 'referral.answer'

const opened = ({ vault }: Ctx, field: Field, { id, sealed }: { id: string; sealed: Uint8Array }) =>
  vault.openForHouse(field, id, sealed).toString('utf8')

/** What was asked of other teams about one file, newest first, and the teams that can be asked. */
export async function readReferrals(ctx: Ctx, file: { id: string; teamId: string }) {
  const [rows, teams] = await Promise.all([
    ctx.db
      .select()
      .from(referrals)
      .where(eq(referrals.caseId, file.id))
      .orderBy(desc(referrals.recordedAt))
      .limit(referralsMax),
    listTeams(ctx),
  ])
  return {
    teams: teams.filter(({ id }) => id !== file.teamId),
    asked: rows.map(({ id, toTeam, state, reason, answer, recordedAt, version }) => ({
      id,
      to: teams.find((team) => team.id === toTeam)?.name ?? null,
      state,
      reason: opened(ctx, 'referral.reason', { id, sealed: reason }),
      answer: answer && opened(ctx, 'referral.answer', { id, sealed: answer }),
      recordedAt,
      version,
    })),
  }
}

/** What other teams ask of the actor's: which team, why and when. Of the file itself nothing is told before a yes. */
export async function referralsToUs(ctx: Ctx) {
  const teamId = ctx.actor.teamId ?? ''
  const rows = await ctx.db
    .select({ id: referrals.id, from: referrals.fromTeam, reason: referrals.reason, at: referrals.recordedAt })
    .from(referrals)
    .where(and(eq(referrals.toTeam, teamId), eq(referrals.state, 'waiting')))
    .orderBy(asc(referrals.recordedAt))
    .limit(referralsMax)
  if (rows.length === 0) return { asked: [], holders: [] }
  const [teams, holders] = await Promise.all([listTeams(ctx), fileHolders(ctx, teamId)])
  return {
    asked: rows.map(({ id, from, reason, at }) => ({
      id,
      from: teams.find((team) => team.id === from)?.name ?? null,
      reason: opened(ctx, 'referral.reason', { id, sealed: reason }),
      at,
    })),
    holders: holders.filter(({ id }) => id !== ctx.actor.id).map(({ id, name }) => ({ id, name })),
  }
}

export type Asked = Awaited<ReturnType<typeof referralsToUs>>
