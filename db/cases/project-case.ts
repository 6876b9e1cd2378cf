import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../ctx'
import { riskGround } from '../risk/risk-ground'
import { caseFiles } from '../schema'
import type { EntryShape } from '../situations/entry-rows'
import { entryShapes } from '../situations/entry-shapes'
import { projection } from '../situations/projection'

type Projected = { entries: EntryShape[]; reviewDue: Date | null }

/**
 * Derives anew what lists and clocks show of a file, for every verb that changes what it follows from. A new entry is a
 * look at the file: it takes the version it stands on, and its review begins again. Null where that version is past.
 */
export async function projectCase(ctx: Ctx, caseId: string, entered?: { version: number }): Promise<Projected | null> {
  const ofVersion = entered ? eq(caseFiles.version, entered.version) : undefined
  const locked = await ctx.db
    .select({ version: caseFiles.version })
    .from(caseFiles)
    .where(and(eq(caseFiles.id, caseId), ofVersion))
    .for('update')
  if (locked.length === 0) return null
  const [entries, ground] = await Promise.all([entryShapes(ctx, caseId), riskGround(ctx, caseId)])
  const { reviewDue, ...derived } = projection(entries, ctx.now, ground)
  await ctx.db
    .update(caseFiles)
    .set(entered ? { ...derived, reviewDue, version: entered.version + 1 } : derived)
    .where(eq(caseFiles.id, caseId))
  return { entries, reviewDue }
}
