import { eq } from 'drizzle-orm'
import { dayIn } from '@/lib/dates/calendar'
import { standingConsents } from '@/lib/consents/standing-consents'
import type { FoundFile } from '../cases/find-file'
import type { Ctx } from '../ctx'
import { newId } from '../new-id'
import { consents } from '../schema'
import { openRuleTask } from '../tasks/rule-task'

const withinMs = 7 * 86_400_000

/** What relatives allowed for somebody who could not be asked ends where they can: a row for each purpose, nothing changed. */
async function lapseKinConsents(ctx: Ctx, caseId: string): Promise<void> {
  const rows = await ctx.db.select().from(consents).where(eq(consents.caseId, caseId))
  const lapsed = standingConsents(rows, 'NEXT_OF_KIN_SUBJECT_UNREACHABLE').map((standing) => {
    const id = newId()
    const today = dayIn(ctx.now, ctx.actor.timeZone)
    return {
      id,
      caseId,
      givenBy: standing.givenBy,
      capacity: standing.capacity,
      scope: standing.scope,
      decision: 'lapsed' as const,
      method: standing.method,
      at: ctx.vault.seal('consent.at', { caseId, rowId: id }, today),
      recordedBy: ctx.actor.id,
      recordedAt: ctx.now,
    }
  })
  if (lapsed.length > 0) await ctx.db.insert(consents).values(lapsed)
}

/** The person is safe and can speak: ask them anew, before anyone is told, and then close what was begun for them. */
export async function receiveGoodNews(ctx: Ctx, file: FoundFile, entryId: string): Promise<void> {
  const { id: caseId, teamId, ownerId } = file
  const task = { caseId, teamId, ownerId, aboutId: entryId, dueAt: new Date(ctx.now.getTime() + withinMs) }
  await lapseKinConsents(ctx, caseId)
  await openRuleTask(ctx, { kind: 'consent', title: 'own-consent', ...task })
  await openRuleTask(ctx, { kind: 'visit-later', title: 'ask-before-telling', ...task })
  await openRuleTask(ctx, { kind: 'reply', title: 'close-loops', ...task })
}
