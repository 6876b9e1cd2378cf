import { inArray } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import type { Deed } from '@/lib/access/grants'
import type { Bulk } from '@/lib/cases/after-bulk'
import { parseRef } from '@/lib/cases/ref'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { refusedByDatabase } from '../refused-by-database'
import { caseFiles } from '../schema'

export type TickedFile = { ref: string; version: number }

/** One deed in a savepoint of its own: what is refused leaves nothing behind, and the others stand. */
async function isDone(ctx: Ctx, run: (ctx: Ctx) => Promise<unknown>): Promise<boolean> {
  try {
    await ctx.db.transaction((db) => run({ ...ctx, db }))
    return true
  } catch (error) {
    if (error instanceof Refusal || refusedByDatabase(error)) return false
    throw error
  }
}

/**
 * Does a verb on each of these files and tells what became of them. Each one done has its own entry; one left as it was
 * has none; one out of reach is counted with those that do not exist.
 */
export async function doOnEach(
  ctx: Ctx,
  { deed, refs, list }: { deed: Deed; refs: readonly string[]; list: string },
  run: (ctx: Ctx, file: TickedFile) => Promise<unknown>,
): Promise<Bulk> {
  if (!mayEver(ctx.actor.role, deed)) throw new Refusal('forbidden')
  const wanted = [...new Set(refs.map((text) => parseRef(text) ?? text))]
  const files = await ctx.db
    .select({ ref: caseFiles.ref, version: caseFiles.version })
    .from(caseFiles)
    .where(inArray(caseFiles.ref, wanted))
    .orderBy(caseFiles.id)
  const left: string[] = []
  for (const file of files) {
    if (!(await isDone(ctx, (inner) => run(inner, file)))) left.push(file.ref)
  }
  return { list, done: files.length - left.length, left, absent: wanted.length - files.length }
}
