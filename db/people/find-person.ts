import { and, eq } from 'drizzle-orm'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { people } from '../schema'

/** A person of this file; one of another file is not found. */
export async function findPerson(ctx: Ctx, of: { caseId: string; personId: string }) {
  const [person] = await ctx.db
    .select()
    .from(people)
    .where(and(eq(people.id, of.personId), eq(people.caseId, of.caseId)))
  if (!person) throw new Refusal('not-found')
  return person
}
