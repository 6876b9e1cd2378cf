import { and, count, desc, eq, gt } from 'drizzle-orm'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { newestFirst } from '../newest-first'
import { auditEntries, auditRoots } from '../schema'
import { assertReadsWholeLog } from './log-conditions'
import { readLag } from './read-lag'

const day = 86_400_000

/** Refusals are counted up to here; more of them are "so many or more". */
const refusalsMax = 1000

async function refusalsOfDay(ctx: Ctx): Promise<number> {
  const since = new Date(ctx.now.getTime() - day)
  const recent = ctx.db
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(and(eq(auditEntries.outcome, 'refused'), gt(auditEntries.at, since)))
    .limit(refusalsMax)
    .as('recent')
  const [row] = await ctx.db.select({ rows: count() }).from(recent)
  return row?.rows ?? 0
}

/** How the log stands, for the auditor's home. */
export const readState = verb('home.read', async (ctx: Ctx) => {
  assertReadsWholeLog(ctx)
  const [root] = await ctx.db.select().from(auditRoots).orderBy(desc(auditRoots.size)).limit(1)
  const [last] = await ctx.db
    .select({ at: auditEntries.at })
    .from(auditEntries)
    .orderBy(newestFirst(auditEntries.at), auditEntries.id)
    .limit(1)
  const lag = await readLag(ctx)
  const refusals = await refusalsOfDay(ctx)
  await record(ctx, 'home.read')
  return {
    leaves: root?.size ?? 0,
    root: root ? Buffer.from(root.root).toString('hex') : null,
    rootAt: root?.at ?? null,
    lastEntryAt: last?.at ?? null,
    waiting: lag?.waiting ?? 0,
    oldestWaiting: lag?.oldest ?? null,
    refusals,
    refusalsMax,
  }
})

export type LogState = Awaited<ReturnType<typeof readState>>
