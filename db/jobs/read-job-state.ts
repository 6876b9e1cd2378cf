import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '../ctx'

export type JobState = { waiting: number; failed: number; lastFinished: Date | null }

const State = z.object({
  waiting: z.coerce.number(),
  failed: z.coerce.number(),
  last_finished: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : new Date(text))),
})

/** How the jobs stand, for whoever may read the health of the house; nothing for anyone else. */
export async function readJobState(ctx: Ctx): Promise<JobState | null> {
  const [row] = await ctx.db.execute(sql`select * from job_state()`)
  if (!row) return null
  const { waiting, failed, last_finished: lastFinished } = State.parse(row)
  return { waiting, failed, lastFinished }
}
