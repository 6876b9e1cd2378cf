import { and, eq, inArray } from 'drizzle-orm'
import {
  type ConsentCapacity,
  type ConsentDecision,
  type ConsentScope,
  vitalInterestDays,
} from '@/lib/consents/consents'
import { openWorkflows } from '@/lib/cases/workflow'
import type { FoundFile } from '../cases/find-file'
import type { Ctx } from '../ctx'
import { consents, tasks } from '../schema'
import { closeRuleTasks, openRuleTask } from './rule-task'

const day = 86_400_000

/** A word on a purpose that was just recorded. */
type Given = { id: string; scope: ConsentScope; capacity: ConsentCapacity; decision: ConsentDecision }

/** Reviews that wait for another word on one of these purposes. */
const waitingFor = (ctx: Ctx, caseId: string, scopes: ConsentScope[]) =>
  ctx.db
    .select({ aboutId: tasks.aboutId })
    .from(tasks)
    .innerJoin(consents, eq(consents.id, tasks.aboutId))
    .where(
      and(
        eq(tasks.caseId, caseId),
        eq(tasks.kind, 'consent'),
        eq(tasks.state, 'open'),
        eq(consents.caseId, caseId),
        inArray(consents.scope, scopes),
      ),
    )

const restsOnVitalInterest = ({ capacity, decision }: Given) =>
  capacity === 'NONE_VITAL_INTEREST' && decision === 'granted'

/** Where nobody could be asked, the leave is looked at again within thirty days (GDPR 9(2)(c)); a later word on the same purpose is that look. */
export async function followConsents(ctx: Ctx, file: FoundFile, given: Given[]): Promise<void> {
  const { id: caseId, teamId, ownerId } = file
  const isOpen = openWorkflows.some((workflow) => workflow === file.workflow)
  const scopes = given.map(({ scope }) => scope)
  const waiting = await waitingFor(ctx, caseId, scopes)
  const dueAt = new Date(ctx.now.getTime() + vitalInterestDays * day)
  const task = { caseId, teamId, ownerId, kind: 'consent', title: 'vital-interest', dueAt } as const
  await Promise.all([
    ...waiting.map(({ aboutId }) => closeRuleTasks(ctx, { caseId, kind: 'consent', aboutId })),
    ...given
      .filter((one) => isOpen && restsOnVitalInterest(one))
      .map(({ id: aboutId }) => openRuleTask(ctx, { ...task, aboutId })),
  ])
}
