import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '../ctx'

const batchRows = 1000

/** The rows of a query by a cursor of this transaction, a batch at a time, so that no result is ever held whole. */
export async function* inBatches(ctx: Ctx, query: SQL): AsyncGenerator<Record<string, unknown>[]> {
  await ctx.db.execute(sql`declare exported no scroll cursor for ${query}`)
  for (;;) {
    const rows = await ctx.db.execute(sql`fetch ${sql.raw(String(batchRows))} from exported`)
    if (rows.length > 0) yield [...rows]
    if (rows.length < batchRows) return
  }
}
