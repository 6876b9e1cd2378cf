import { and, eq, gt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { mayEver } from '@/lib/access/can'
import { ListCases } from '@/lib/cases/list-cases'
import { type CaseColumn, columnsOf } from '@/lib/cases/chosen-columns'
import { csvOpening, csvRow } from '@/lib/csv'
import type { ExportList } from '@/lib/lists/forms'
import { partsOfKey } from '@/lib/lists/view-key'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { listFilters } from '../cases/list-filters'
import { wholeOrder } from '../cases/scans'
import { type Ctx, verb } from '../ctx'
import { inBatches } from '../log/in-batches'
import { caseFiles, formUses } from '../schema'

const readyMs = 10 * 60_000

function assertExports({ actor }: Ctx): void {
  if (!mayEver(actor.role, 'list:export')) throw new Refusal('forbidden')
}

/** Puts the export on record, with its reason; to be committed before `exportedList` gives the first byte. */
export const exportList = verb('list.export', async (ctx: Ctx, { list, reason }: ExportList) => {
  assertExports(ctx)
  await record(ctx, 'list.export', { details: { reason, ...partsOfKey(list) } })
  return { list }
})

export const ListExportQuery = z.object({ id: z.uuid() })
export type ListExportQuery = z.infer<typeof ListExportQuery>

/** The list one accepted form asked for: this session's own, for ten minutes; anything else is not found. */
export const readListExport = verb('list.export', async (ctx: Ctx, { id }: ListExportQuery): Promise<ListCases> => {
  assertExports(ctx)
  const since = new Date(ctx.now.getTime() - readyMs)
  const [row] = await ctx.db
    .select({ next: formUses.next })
    .from(formUses)
    .where(and(eq(formUses.id, id), gt(formUses.at, since), eq(formUses.action, 'list.export')))
  const query = row?.next?.split('#')[0]?.split('?')[1]
  if (query === undefined) throw new Refusal('not-found')
  return ListCases.parse(Object.fromEntries(new URLSearchParams(query)))
})

const text = z.string().nullable()

const Row = z.object({
  ref: text,
  situation: text,
  risk: text,
  grade: text,
  province: text,
  silence: text,
  review: text,
  worker: text,
  workflow: text,
  flagged: text,
  changed: text,
})

/** What may leave the house is narrower than what may be read: no file that was only opened in an emergency, or lent to be read. */
const mayLeave = sql`((${caseFiles.teamId} = (select my_team('list:export')) and ${caseFiles.confidentiality} = any((select my_openings())::text[]))
        or ${caseFiles.id} = any(array(select my_cases('list:export'))))`

/** Codes, dates and ids in the order of the list: no name of anybody, whatever the page shows. */
const exported = (ctx: Ctx, query: ListCases) => sql`
  select ref, situation, risk, reliability || credibility as grade, province, silent_since::text as silence,
         to_char(review_due at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as review, owner_id::text as worker, workflow,
         is_flagged::text as flagged, to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as changed
    from ${caseFiles} where ${sql.join(listFilters(ctx, query), sql` and `)} and ${mayLeave}
         ${query.mine ? sql`and ${caseFiles.id} = any(array(select my_cases('case:read')))` : sql``}
   order by ${wholeOrder(query.sort ?? 'changed')}`

const isTold = (column: CaseColumn): column is Exclude<CaseColumn, 'name'> => column !== 'name'

/** The list as lines of a file, read as the person while it is taken: a file that has left their reach is no longer in it. The first line says whose copy it is. */
export async function* exportedList(ctx: Ctx, query: ListCases): AsyncGenerator<string> {
  assertExports(ctx)
  const columns = columnsOf(query.columns).filter(isTold)
  yield csvOpening + csvRow(['vigil', ctx.actor.name, ctx.actor.id, ctx.now.toISOString()]) + csvRow([...columns])
  for await (const batch of inBatches(ctx, exported(ctx, query))) {
    const rows = z.array(Row).parse(batch)
    yield rows.map((row) => csvRow(columns.map((column) => row[column]))).join('')
  }
}
