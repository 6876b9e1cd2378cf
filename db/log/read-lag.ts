import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '../ctx'

/** Entries that wait for their leaf, the oldest of them, and how many leaves stand. */
export type Lag = { waiting: number; oldest: Date | null; leaves: number }

const Row = z.object({
  waiting: z.coerce.number(),
  oldest: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : new Date(text))),
  leaves: z.coerce.number(),
})

/** How far the tree is behind the log, for auditors and whoever may read the health of the house. */
export async function readLag(ctx: Ctx): Promise<Lag | null> {
  const [row] = await ctx.db.execute(sql`select * from log_lag()`)
  return row ? Row.parse(row) : null
}
