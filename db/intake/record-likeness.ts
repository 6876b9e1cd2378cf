import { eq, inArray } from 'drizzle-orm'
import type { Likeness } from '@/lib/intake/likeness'
import { record } from '../audit'
import type { Ctx } from '../ctx'
import { newId } from '../new-id'
import { caseFiles, likenessAnswers, people } from '../schema'

export type AnsweredPerson = Likeness & { caseId: string; teamId: string; ref: string }

/** Whom these answers are about, as far as they are in reach. */
export async function findAnswered(ctx: Ctx, said: readonly Likeness[]): Promise<AnsweredPerson[]> {
  if (said.length === 0) return []
  const ids = said.map(({ personId }) => personId)
  const rows = await ctx.db
    .select({ personId: people.id, caseId: people.caseId, teamId: caseFiles.teamId, ref: caseFiles.ref })
    .from(people)
    .innerJoin(caseFiles, eq(caseFiles.id, people.caseId))
    .where(inArray(people.id, ids))
  return said.flatMap((one) => {
    const row = rows.find(({ personId }) => personId === one.personId)
    return row ? [{ ...one, ...row }] : []
  })
}

/** Keeps what was said of people on file, each under the file it is about, with the file of the intake if it has one. */
export async function recordLikeness(
  ctx: Ctx,
  answered: readonly AnsweredPerson[],
  forCaseId: string | null,
): Promise<void> {
  if (answered.length === 0) return
  const by = { recordedBy: ctx.actor.id, recordedAt: ctx.now }
  await ctx.db.insert(likenessAnswers).values(
    answered.map(({ caseId, personId, answer }) => ({
      id: newId(),
      caseId,
      personId,
      forCaseId,
      answer,
      ...by,
    })),
  )
  for (const { caseId, teamId, personId, answer } of answered)
    await record(ctx, 'case.likeness', { caseId, teamId, objectIds: [personId], details: { answer } })
}
