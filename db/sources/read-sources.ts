import { asc, eq } from 'drizzle-orm'
import type { Ctx } from '../ctx'
import { sources } from '../schema'

const sourcesMax = 200

/** The sources of one file: what they are and how they are graded, never who. */
export async function readSources(ctx: Ctx, caseId: string) {
  const rows = await ctx.db
    .select()
    .from(sources)
    .where(eq(sources.caseId, caseId))
    .orderBy(asc(sources.recordedAt), asc(sources.code))
    .limit(sourcesMax)
  return rows.map(({ id, code, type, reliability, distance, originGroup, connection, version }) => ({
    id,
    code,
    type,
    reliability,
    distance,
    originGroup,
    version,
    connection: ctx.vault.openOptional('source.connection', { caseId, rowId: id }, connection),
  }))
}

export type SourceView = Awaited<ReturnType<typeof readSources>>[number]
