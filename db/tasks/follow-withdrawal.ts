import { and, eq, inArray, sql } from 'drizzle-orm'
import { liveStates } from '@/lib/interventions/may-step'
import type { FoundFile } from '../cases/find-file'
import type { Ctx } from '../ctx'
import { consents, interventionSteps, interventions } from '../schema'
import { openRuleTask } from './rule-task'

const takeBackWithinMs = 2 * 86_400_000

/** Somebody took back what live interventions rest on: each of them is a task, also where the file is closed. */
export async function followWithdrawal(ctx: Ctx, file: FoundFile, scopes: readonly string[]): Promise<void> {
  if (scopes.length === 0) return
  const resting = await ctx.db
    .selectDistinct({ id: interventions.id })
    .from(interventions)
    .innerJoin(interventionSteps, eq(interventionSteps.interventionId, interventions.id))
    .innerJoin(consents, sql`${consents.id} = any(${interventionSteps.consents})`)
    .where(
      and(
        eq(interventions.caseId, file.id),
        inArray(interventions.state, liveStates),
        eq(consents.caseId, file.id),
        inArray(consents.scope, [...scopes]),
      ),
    )
  const { id: caseId, teamId, ownerId } = file
  const dueAt = new Date(ctx.now.getTime() + takeBackWithinMs)
  const task = { caseId, teamId, ownerId, kind: 'consent', title: 'consent-withdrawn', dueAt } as const
  for (const { id: aboutId } of resting) await openRuleTask(ctx, { ...task, aboutId })
}
