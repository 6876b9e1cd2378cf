import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { pairsLookedMax, pairsMax } from '@/lib/matches/pairs-max'
import type { Ctx } from '../ctx'
import { matchPairs, sameAs } from '../schema'

const Counted = z.object({ n: z.number(), more: z.boolean() })

export const WaitingPairs = z.object({ open: Counted, waiting: Counted })
export type WaitingPairs = z.output<typeof WaitingPairs>

const [most, looked] = [sql.raw(String(pairsMax)), sql.raw(String(pairsLookedMax))]
const counted = (rows: SQL) =>
  sql`select count(*)::int as n, count(*) = ${most} as more from (${rows} limit ${most}) pairs`
const asJson = (open: SQL, waiting: SQL) => sql`json_build_object(
  'open', (select to_json(o) from (${open}) o), 'waiting', (select to_json(w) from (${waiting}) w))`

/** Part of a statement: pairs of files that are both read which nobody decided, and those of which a colleague says *same*. */
export const pairsToDecide = ({ actor }: Ctx): SQL =>
  asJson(
    sql`select n, more from open_pairs(${most}, ${looked})`,
    counted(sql`
      select from ${matchPairs} join ${sameAs} on ${sameAs.pairId} = ${matchPairs.id} and ${sameAs.state} = 'waiting'
       where ${matchPairs.state} = 'waiting' and ${sameAs.decidedBy} <> ${actor.id}::uuid`),
  )

const isOwn = (column: SQL) => sql`${column} = any(array(select id from mine))`

/** Part of a statement that begins with `withMyFiles`: undecided pairs of which both files are somebody's own. */
export const ownPairs: SQL = asJson(
  counted(sql`
    select from ${matchPairs}
     where ${isOwn(sql`${matchPairs.caseA}`)} and ${isOwn(sql`${matchPairs.caseB}`)} and ${matchPairs.state} = 'open'`),
  sql`select 0 as n, false as more`,
)
