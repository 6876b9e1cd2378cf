import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { staffNames } from '../accounts/list-staff'
import { type WaitingAccount, waitingAccounts } from '../accounts/waiting-accounts'
import { withMyFiles } from '../cases/is-mine'
import type { Ctx } from '../ctx'
import { type FileWithout, withoutIntervention } from '../interventions/without-intervention'
import { CountedRows, countsOf, facetCounts, totalOf } from '../lists/facet-counts'
import { WaitingPairs, pairsToDecide } from '../matches/waiting-pairs'
import { type WaitingProposal, waitingProposals } from '../proposals/waiting-proposals'
import { jsonInstant } from '../json-bytes'
import { caseFiles, notices } from '../schema'
import { isOpen } from '../schema/case-file'

/** A file whose return is expected, with the instant at which that clock runs out. */
export type ReturnDue = { ref: string; at: Date }

export type Tally = { code: string; count: number }

export type ToldNotice = { id: string; kind: string; ref: string | null; at: Date; version: number }

export type Board = {
  total: number
  bySituation: Tally[]
  byRisk: Tally[]
  bySilence: Tally[]
  byWorker: (Tally & { name: string })[]
  due: number
  /** The first expected first. */
  returns: ReturnDue[]
  waiting: WaitingAccount[]
  proposals: WaitingProposal[]
  pairs: WaitingPairs
  without: FileWithout[]
  /** The most urgent kind first; `ref` where it is about an entry of a file within reach. */
  notices: ToldNotice[]
}

const tallies = (counts: ReadonlyMap<string, number>): Tally[] => [...counts].map(([code, count]) => ({ code, count }))

const Returns = z.array(z.object({ ref: z.string(), at: jsonInstant }))

const expected = (teamId: string) => sql`
  select ref, t.due_at as at from task t join ${caseFiles} on ${caseFiles.id} = t.case_id
   where t.team_id = ${teamId}::uuid and t.kind = 'return' and t.state = 'open' and ${isOpen(caseFiles)}
   order by t.due_at, ref limit 20`

/** The counts and the returns that are expected, in one statement. */
async function counted(ctx: Ctx, teamId: string) {
  const [row] = await ctx.db.execute(sql`
    ${withMyFiles}
    select (select coalesce(json_agg(c), '[]') from (${facetCounts(ctx)}) c) as rows,
           (select coalesce(json_agg(r), '[]') from (${expected(teamId)}) r) as returns,
           ${pairsToDecide(ctx)} as pairs`)
  return {
    counts: countsOf(CountedRows.parse(row?.['rows'])),
    returns: Returns.parse(row?.['returns']),
    pairs: WaitingPairs.parse(row?.['pairs']),
  }
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
  const [{ counts, returns, pairs }, told, waiting, proposed, without] = await Promise.all([
    counted(ctx, teamId),
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
    returns,
    waiting,
    proposals: proposed,
    pairs,
    without,
    notices: told,
  }
}
