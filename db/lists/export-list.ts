import { and, eq, gt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { mayEver } from '@/lib/access/can'
import { ListCases } from '@/lib/cases/list-cases'
import { type CaseColumn, columnsOf } from '@/lib/cases/chosen-columns'
import { csvOpening, csvRow } from '@/lib/csv'
import type { ExportList } from '@/lib/lists/forms'
import { partsOfKey } from '@/lib/lists/view-key'
import { templateHeadings } from '@/lib/imports/left'
import { filledFields, writtenRow } from '@/lib/imports/written-row'
import { Refusal } from '@/lib/refusal'
import { checkbox, choice } from '@/lib/text'
import { record } from '../audit'
import { listFilters } from '../cases/list-filters'
import { wholeOrder } from '../cases/scans'
import { type Ctx, verb } from '../ctx'
import { inBatches } from '../log/in-batches'
import { rowsToTake } from './rows-to-take'
import { caseFiles, formUses } from '../schema'

const readyMs = 10 * 60_000

function assertExports({ actor }: Ctx): void {
  if (!mayEver(actor.role, 'list:export')) throw new Refusal('forbidden')
}

/** Puts the export on record, with its reason; to be committed before `exportedList` gives the first byte. */
export const exportList = verb('list.export', async (ctx: Ctx, { list, reason, shape, contacts }: ExportList) => {
  assertExports(ctx)
  const details = { reason, ...partsOfKey(list) }
  if (shape === 'codes') await record(ctx, 'list.export', { details })
  else {
    const query = ListCases.parse(Object.fromEntries(new URLSearchParams(list)))
    const files = await ctx.db.$count(caseFiles, and(wanted(ctx, query), isNotNamed))
    const columns = filledFields(contacts).join('.')
    await record(ctx, 'list.export', { details: { ...details, columns, files } })
  }
  return { list, shape, contacts }
})

export const ListExportQuery = z.object({ id: z.uuid() })
export type ListExportQuery = z.infer<typeof ListExportQuery>

const Asked = z.object({ shape: choice(['rows']), contacts: checkbox() })

/** What one accepted form asked for: this session's own, for ten minutes; anything else is not found. */
async function askedFor(ctx: Ctx, { id }: ListExportQuery) {
  assertExports(ctx)
  const since = new Date(ctx.now.getTime() - readyMs)
  const [row] = await ctx.db
    .select({ next: formUses.next })
    .from(formUses)
    .where(and(eq(formUses.id, id), gt(formUses.at, since), eq(formUses.action, 'list.export')))
  const query = row?.next?.split('#')[0]?.split('?')[1]
  if (query === undefined) throw new Refusal('not-found')
  const sent = Object.fromEntries(new URLSearchParams(query))
  return { ...Asked.parse(sent), query: ListCases.parse(sent) }
}

/** The list of codes that a form asked for. */
export const readListExport = verb('list.export', async (ctx: Ctx, asked: ListExportQuery): Promise<ListCases> => {
  const { shape, query } = await askedFor(ctx, asked)
  if (shape === 'rows') throw new Refusal('not-found')
  return query
})

/** The files that a form asked for as a list that can be imported. */
export const readRowsExport = verb('list.export', async (ctx: Ctx, asked: ListExportQuery): Promise<RowsExport> => {
  const { shape, query, contacts } = await askedFor(ctx, asked)
  if (shape !== 'rows') throw new Refusal('not-found')
  return { query, contacts }
})

export type RowsExport = { query: ListCases; contacts: boolean }

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

const wanted = (ctx: Ctx, query: ListCases) => sql`
  ${sql.join(listFilters(ctx, query), sql` and `)} and ${mayLeave}
  ${query.mine ? sql`and ${caseFiles.id} = any(array(select my_cases('case:read')))` : sql``}`

/** Names of a `named` file, by its own word or by a link, leave with nobody: that would take a second person. */
const isNotNamed = sql`${caseFiles.confidentiality} <> 'named' and ${caseFiles.confidentialityByLink} is distinct from 'named'`

/** Codes, dates and ids in the order of the list: no name of anybody, whatever the page shows. */
const exported = (ctx: Ctx, query: ListCases) => sql`
  select ref, situation, risk, reliability || credibility as grade, province, silent_since::text as silence,
         to_char(review_due at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as review, owner_id::text as worker, workflow,
         is_flagged::text as flagged, to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as changed
    from ${caseFiles} where ${wanted(ctx, query)}
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

/** The files of a list as rows that can be imported, oldest first, a page opened while the next one is read. */
export async function* exportedRows(ctx: Ctx, { query, contacts }: RowsExport): AsyncGenerator<string> {
  assertExports(ctx)
  const { name, id, locale } = ctx.actor
  yield csvOpening + csvRow(['vigil', name, id, ctx.now.toISOString()]) + csvRow(templateHeadings(locale))
  const ids = sql`select id from ${caseFiles} where ${wanted(ctx, query)} and ${isNotNamed} order by id`
  for await (const rows of rowsToTake(ctx, ids, contacts))
    yield rows.map((row) => csvRow(writtenRow(locale, row))).join('')
}
