import { and, eq } from 'drizzle-orm'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { people, sources } from '../schema'

/** Whom a claim of this file is about, and the source of it in the same file that says so. */
export async function subjectAndSource(ctx: Ctx, caseId: string, sourceId: string) {
  const [[subject], [source]] = await Promise.all([
    ctx.db
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.caseId, caseId), eq(people.role, 'subject'))),
    ctx.db
      .select()
      .from(sources)
      .where(and(eq(sources.id, sourceId), eq(sources.caseId, caseId))),
  ])
  if (!subject || !source) throw new Refusal('not-found')
  return { subjectId: subject.id, source }
}
