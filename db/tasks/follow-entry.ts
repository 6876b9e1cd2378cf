import { and, eq } from 'drizzle-orm'
import { isGapFilled } from '@/lib/situations/is-gap-filled'
import type { FoundFile } from '../cases/find-file'
import type { Ctx } from '../ctx'
import { tasks } from '../schema'
import type { EntryShape } from '../situations/entry-rows'
import { asserted } from '../situations/projection'
import { followPlan } from './follow-plan'
import { oweUpdates } from './owe-updates'
import { closeRuleTasks, openRuleTask } from './rule-task'

const gapDays = 7
const day = 86_400_000

/** `entry` is the one just recorded, last of `entries`; `isOverGap` says that a stage before or after it is missing. */
export type Recorded = { entry: EntryShape; entries: EntryShape[]; reviewDue: Date | null; isOverGap: boolean }

const about = (file: FoundFile) => ({ caseId: file.id, teamId: file.teamId, ownerId: file.ownerId })

async function closeFilledGaps(ctx: Ctx, file: FoundFile, entries: EntryShape[]): Promise<void> {
  const open = await ctx.db
    .select({ aboutId: tasks.aboutId })
    .from(tasks)
    .where(and(eq(tasks.caseId, file.id), eq(tasks.kind, 'gap'), eq(tasks.state, 'open')))
  const filled = open.filter(({ aboutId }) => isGapFilled(asserted(entries), aboutId))
  await Promise.all(filled.map(({ aboutId }) => closeRuleTasks(ctx, { caseId: file.id, kind: 'gap', aboutId })))
}

/** News of the person is a look at the file: review and silence are done, and the next look is due by the new situation. */
export async function followEntry(ctx: Ctx, file: FoundFile, recorded: Recorded): Promise<void> {
  const { entry, entries, reviewDue, isOverGap } = recorded
  await closeFilledGaps(ctx, file, entries)
  await followPlan(ctx, about(file), entries)
  if (entry.stance !== 'denies' && entry.situation !== file.situation) await oweUpdates(ctx, file)
  await Promise.all([
    closeRuleTasks(ctx, { caseId: file.id, kind: 'review' }),
    closeRuleTasks(ctx, { caseId: file.id, kind: 'silence' }),
    ...(reviewDue ? [openRuleTask(ctx, { ...about(file), kind: 'review', aboutId: file.id, dueAt: reviewDue })] : []),
    ...(isOverGap
      ? [
          openRuleTask(ctx, {
            ...about(file),
            kind: 'gap',
            aboutId: entry.id,
            dueAt: new Date(ctx.now.getTime() + gapDays * day),
          }),
        ]
      : []),
  ])
}
