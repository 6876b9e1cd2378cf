import { eq } from 'drizzle-orm'
import { csvOpening, csvRow } from '@/lib/csv'
import type { ImportQuery } from '@/lib/imports/forms'
import { leftHeadings, reasonText } from '@/lib/imports/left'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { inBatches } from '../log/in-batches'
import { importRows } from '../schema'
import { type FoundImport, findImport } from './find-import'
import { LeftLines, openLeft } from './read-import'

/** Puts on record that the rows an import left out are taken as a file. */
export const takeLeft = verb('import.take', async (ctx: Ctx, { id }: ImportQuery): Promise<FoundImport> => {
  const found = await findImport(ctx, id)
  await record(ctx, 'import.take', { objectIds: [id], details: { rows: found.rowsBad + found.rowsMatched } })
  return found
})

/** The rows that were left out, as they were sent and with what is wrong with each, to be corrected and sent again. */
export async function* leftLines(ctx: Ctx, { id }: Pick<FoundImport, 'id'>): AsyncGenerator<string> {
  const found = await findImport(ctx, id)
  const { head, hasHeader, mapping } = found
  const { locale } = ctx.actor
  const headings = leftHeadings(locale, { headings: head.headings, hasHeader, mapping })
  const width = headings.length - 2
  yield csvOpening + csvRow(headings)
  const rows = ctx.db.select().from(importRows).where(eq(importRows.batchId, id)).orderBy(importRows.number)
  for await (const batch of inBatches(ctx, rows.getSQL())) {
    const lines = LeftLines.parse(batch).map(({ number, reasons, cells }) => {
      const left = openLeft(ctx, found, { number, cells })
      const sent = Array.from({ length: width }, (_, place) => left.cells[place] ?? '')
      const why = reasons.split(' ').map((reason) => reasonText(locale, reason, left.refs))
      return csvRow([...sent, number, why.join(' ')])
    })
    yield lines.join('')
  }
}
