import { and, eq, inArray } from 'drizzle-orm'
import { liveStates } from '@/lib/interventions/may-step'
import type { FoundFile } from '../cases/find-file'
import type { Ctx } from '../ctx'
import { interventions } from '../schema'
import { openRuleTask } from './rule-task'

const sendWithinMs = 7 * 86_400_000

/** The person's situation is another one: whoever was written to is to learn of it, whether it helps or hurts the claim. */
export async function oweUpdates(ctx: Ctx, file: FoundFile): Promise<void> {
  const told = await ctx.db
    .select({ id: interventions.id })
    .from(interventions)
    .where(
      and(
        eq(interventions.caseId, file.id),
        inArray(
          interventions.state,
          liveStates.filter((state) => state !== 'approved'),
        ),
      ),
    )
  const { id: caseId, teamId, ownerId } = file
  const dueAt = new Date(ctx.now.getTime() + sendWithinMs)
  const task = { caseId, teamId, ownerId, kind: 'visit-later', title: 'send-update', dueAt } as const
  for (const { id: aboutId } of told) await openRuleTask(ctx, { ...task, aboutId })
}
