import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { staffNames } from '../accounts/list-staff'
import { type WaitingAccount, waitingAccounts } from '../accounts/waiting-accounts'
import { withMyFiles } from '../cases/is-mine'
import type { Ctx } from '../ctx'
import { type FileWithout, withoutIntervention } from '../interventions/without-intervention'
import { CountedRows, countsOf, facetCounts, totalOf } from '../lists/facet-counts'
import { WaitingPairs, pairsToDecide } from '../matches/waiting-pairs'
import { type WaitingProposal, waitingProposals } from '../proposals/waiting-proposals'
import { notices } from '../schema'

export type Tally = { code: string; count: number }

export type ToldNotice = { id: string; kind: string; ref: string | null; at: Date; version: number }

export type Board = {
  total: number
  bySituation: Tally[]
  byRisk: Tally[]
  bySilence: Tally[]
  byWorker: (Tally & { name: string })[]
  due: number
  waiting: WaitingAccount[]
  proposals: WaitingProposal[]
  pairs: WaitingPairs
  without: FileWithout[]
  /** The most urgent kind first; `ref` where it is about an entry of a file within reach. */
  notices: ToldNotice[]
}

const tallies = (counts: ReadonlyMap<string, number>): Tally[] => [...counts].map(([code, count]) => ({ code, count }))

async function counted(ctx: Ctx) {
  const [row] = await ctx.db.execute(sql`
    ${withMyFiles} select coalesce(json_agg(c), '[]') as rows, ${pairsToDecide(ctx)} as pairs from (${facetCounts(ctx)}) c`)
  return { counts: countsOf(CountedRows.parse(row?.['rows'])), pairs: WaitingPairs.parse(row?.['pairs']) }
}

const isImminent = sql`${notices.kind} = 'imminent-return'`

const unread = (ctx: Ctx, teamId: string): PromiseLike<ToldNotice[]> =>
  ctx.db
    .select({
      id: notices.id,
      kind: notices.kind,
      ref: sql<
        string | null
      >`(select c.ref from situation_entry e join case_file c on c.id = e.case_id where e.id = ${notices.aboutId})`,
      at: notices.at,
      version: notices.version,
    })
    .from(notices)
    .where(and(eq(notices.teamId, teamId), isNull(notices.readAt)))
    .orderBy(desc(isImminent), desc(sql`case when ${isImminent} then ${notices.at} end`), notices.at)
    .limit(20)

/** Counts of the open files within a coordinator's reach, as their lists have them, and what waits for a decision. No name is opened. */
export async function readBoard(ctx: Ctx): Promise<Board | null> {
  const { teamId } = ctx.actor
  if (!teamId) return null
  const [{ counts, pairs }, told, waiting, proposed, without] = await Promise.all([
    counted(ctx),
    unread(ctx, teamId),
    waitingAccounts(ctx),
    waitingProposals(ctx, teamId),
    withoutIntervention(ctx, teamId),
  ])
  const names = await staffNames(ctx, [...counts.owner.keys()])
  return {
    total: totalOf(counts),
    bySituation: tallies(counts.situation),
    byRisk: tallies(counts.risk),
    bySilence: ['90', '30'].map((code) => ({ code, count: counts.silence.get(code) ?? 0 })),
    byWorker: tallies(counts.owner)
      .map((row) => ({ ...row, name: names.get(row.code) ?? '—' }))
      .sort((a, b) => b.count - a.count),
    due: counts.review.get('due') ?? 0,
    waiting,
    proposals: proposed,
    pairs,
    without,
    notices: told,
  }
}
