import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { pairsMax } from '@/lib/matches/pairs-max'
import type { Ctx } from '../ctx'
import { matchPairs, sameAs } from '../schema'

export const WaitingPairs = z.object({ open: z.number(), waiting: z.number() })
export type WaitingPairs = z.output<typeof WaitingPairs>

const most = sql.raw(String(pairsMax))
const counted = (rows: SQL) => sql`(select count(*)::int from (${rows} limit ${most}) pairs)`
const asJson = (open: SQL, waiting: SQL) => sql`json_build_object('open', ${open}, 'waiting', ${waiting})`

/** Part of a statement: pairs of files that are both read which nobody decided, and those of which a colleague says *same*. */
export const pairsToDecide = ({ actor }: Ctx): SQL =>
  asJson(
    counted(sql`select from ${matchPairs} where ${matchPairs.state} = 'open'`),
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
  sql`0`,
)
