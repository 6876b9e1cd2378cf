import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { mayEver } from '@/lib/access/can'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { readJobState } from '../jobs/read-job-state'
import { readLag } from '../log/read-lag'

/** What only the serving process knows of itself. */
export type Place = { keysDir: string; world: 'demo' | 'own'; embedded: boolean }

const Version = z.object({ version: z.string() })

/** How the house is: the database, the jobs, the log, and where the keys lie. No key, and nothing of any file. */
export const readHealth = verb('health.read', async (ctx: Ctx, place: Place) => {
  if (!mayEver(ctx.actor.role, 'health:read')) throw new Refusal('forbidden')
  const [row] = await ctx.db.execute(sql`select current_setting('server_version') as version`)
  const [jobs, log] = [await readJobState(ctx), await readLag(ctx)]
  if (!jobs || !log) throw new Refusal('forbidden')
  await record(ctx, 'health.read')
  return { ...place, database: Version.parse(row).version, jobs, log }
})

export type Health = Awaited<ReturnType<typeof readHealth>>
