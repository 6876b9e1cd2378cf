import { and, eq } from 'drizzle-orm'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { people } from '../schema'

/** The one person a file is about. */
export async function findSubject(ctx: Ctx, caseId: string) {
  const [subject] = await ctx.db
    .select({ id: people.id, sex: people.sex, birth: people.birth, ageBand: people.ageBand, version: people.version })
    .from(people)
    .where(and(eq(people.caseId, caseId), eq(people.role, 'subject')))
  if (!subject) throw new Refusal('not-found')
  return subject
}
