import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { openWorkflows } from '@/lib/cases/workflow'
import { staffNames } from '../accounts/list-staff'
import { type WaitingAccount, waitingAccounts } from '../accounts/waiting-accounts'
import type { Ctx } from '../ctx'
import { caseFiles, notices } from '../schema'

const day = 86_400_000

const Grouped = z.array(
  z.object({
    situation: z.string().nullable(),
    risk: z.string().nullable(),
    owner_id: z.string().nullable(),
    silence: z.string().nullable(),
    n: z.coerce.number(),
    of: z.coerce.number(),
  }),
)

export type Tally = { code: string; count: number }

export type Board = {
  total: number
  bySituation: Tally[]
  byRisk: Tally[]
  bySilence: Tally[]
  byWorker: (Tally & { name: string })[]
  overdue: number
  waiting: WaitingAccount[]
  notices: { id: string; kind: string; at: Date; version: number }[]
}

const dateBefore = (now: Date, days: number) => new Date(now.getTime() - days * day).toISOString().slice(0, 10)

/** Which grouping set a row belongs to: the bits of GROUPING() where the column is not grouped by. */
const sets = { situation: 0b0111, risk: 0b1011, owner: 0b1101, silence: 0b1110 }

async function grouped(ctx: Ctx, teamId: string) {
  const [month, quarter] = [dateBefore(ctx.now, 30), dateBefore(ctx.now, 90)]
  const open = sql.join(
    openWorkflows.map((word) => sql`${word}`),
    sql`, `,
  )
  const rows = await ctx.db.execute(sql`
    select situation, risk, owner_id, silence, count(*) as n, grouping(situation, risk, owner_id, silence) as of from (
      select situation, risk, owner_id,
             case when silent_since < ${quarter}::date then '90' when silent_since < ${month}::date then '30' else '0' end as silence
        from case_file where team_id = ${teamId}::uuid and workflow in (${open})) as files
     group by grouping sets ((situation), (risk), (owner_id), (silence))`)
  return Grouped.parse([...rows])
}

/** Counts of the open files of a coordinator's team within reach, and what waits for a decision. No name is opened. */
export async function readBoard(ctx: Ctx): Promise<Board | null> {
  const { teamId } = ctx.actor
  if (!teamId) return null
  const [rows, late, told, waiting] = await Promise.all([
    grouped(ctx, teamId),
    ctx.db
      .select({ n: sql<number>`count(*)::int` })
      .from(caseFiles)
      .where(
        and(eq(caseFiles.teamId, teamId), inArray(caseFiles.workflow, openWorkflows), lt(caseFiles.reviewDue, ctx.now)),
      ),
    ctx.db
      .select({ id: notices.id, kind: notices.kind, at: notices.at, version: notices.version })
      .from(notices)
      .where(and(eq(notices.teamId, teamId), isNull(notices.readAt)))
      .orderBy(notices.at)
      .limit(20),
    waitingAccounts(ctx),
  ])
  const of = (set: number, column: 'situation' | 'risk' | 'owner_id' | 'silence'): Tally[] =>
    rows.filter((row) => row.of === set).map((row) => ({ code: row[column] ?? '', count: row.n }))
  const owners = of(sets.owner, 'owner_id')
  const names = await staffNames(
    ctx,
    owners.map(({ code }) => code),
  )
  const bySituation = of(sets.situation, 'situation')
  return {
    total: bySituation.reduce((sum, { count }) => sum + count, 0),
    bySituation,
    byRisk: of(sets.risk, 'risk'),
    bySilence: over(of(sets.silence, 'silence')),
    byWorker: owners.map((row) => ({ ...row, name: names.get(row.code) ?? '—' })).sort((a, b) => b.count - a.count),
    overdue: late[0]?.n ?? 0,
    waiting,
    notices: told,
  }
}

/** "Over 30 days" holds those over 90 too, as its list does. */
function over(tallies: readonly Tally[]): Tally[] {
  const of = (code: string) => tallies.find((tally) => tally.code === code)?.count ?? 0
  return [
    { code: '90', count: of('90') },
    { code: '30', count: of('90') + of('30') },
  ]
}
