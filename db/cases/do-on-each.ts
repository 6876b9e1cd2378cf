import { inArray } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import type { Deed } from '@/lib/access/grants'
import type { AuditDeed } from '@/lib/audit/deeds'
import type { Bulk } from '@/lib/cases/after-bulk'
import { parseRef } from '@/lib/cases/ref'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
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

type Asked = { deed: Deed; recordedAs: AuditDeed; refs: readonly string[]; list: string }

/**
 * Does a verb on each of these files and tells what became of them. Each one done has its own entry; those left as they
 * were and those out of reach, counted with the ones that do not exist, share one of a refused attempt: it names no file.
 */
export async function doOnEach(
  ctx: Ctx,
  { deed, recordedAs, refs, list }: Asked,
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
  const absent = wanted.length - files.length
  if (absent + left.length > 0) {
    const code = absent > 0 ? 'not-found' : 'forbidden'
    await record(ctx, recordedAs, { outcome: 'refused', details: { code, absent, left: left.length } })
  }
  return { list, done: files.length - left.length, left, absent }
}
