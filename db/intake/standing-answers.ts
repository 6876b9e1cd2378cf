import { desc, eq } from 'drizzle-orm'
import type { Ctx } from '../ctx'
import { intakeAnswers } from '../schema'

const answersMax = 500

export type StandingAnswer = Awaited<ReturnType<typeof standingAnswers>>[number]

/** The newest answer to each question, opened; the earlier ones stay under it. */
export async function standingAnswers({ db, vault }: Ctx, { caseId, personId }: { caseId: string; personId: string }) {
  const rows = await db
    .select()
    .from(intakeAnswers)
    .where(eq(intakeAnswers.caseId, caseId))
    .orderBy(desc(intakeAnswers.recordedAt), desc(intakeAnswers.id))
    .limit(answersMax)
  const newest = rows.filter((row, place) => rows.findIndex(({ question }) => question === row.question) === place)
  return newest.map(({ id, question, state, value, purpose, recordedBy, recordedAt }) => ({
    question,
    state,
    value: vault.openOptional('intake_answer.value', { caseId, personId, rowId: id }, value),
    purpose,
    recordedBy,
    recordedAt,
  }))
}
