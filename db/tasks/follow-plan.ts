import { expectedReturn, returnDueAt } from '@/lib/situations/expected-return'
import type { Ctx } from '../ctx'
import type { EntryShape } from '../situations/entry-rows'
import { asserted } from '../situations/projection'
import { type RuleTask, closeRuleTasks, openRuleTask } from './rule-task'

type OfFile = Pick<RuleTask, 'caseId' | 'teamId' | 'ownerId'>

type ReturnTask = Omit<RuleTask, 'title'>

/** The task whose due date is the clock of an expected return: none where the entries plan no return. */
export function returnTasks(file: OfFile, entries: readonly EntryShape[]): ReturnTask[] {
  const expected = expectedReturn(asserted(entries))
  if (!expected) return []
  return [{ ...file, kind: 'return', aboutId: expected.entry.id, dueAt: returnDueAt(expected.day) }]
}

/** The clock runs while a return is expected, to the day that was said last; whatever is recorded since ends it. */
export async function followPlan(ctx: Ctx, file: OfFile, entries: readonly EntryShape[]): Promise<void> {
  const [task] = returnTasks(file, entries)
  await closeRuleTasks(ctx, { caseId: file.caseId, kind: 'return', ...(task && { exceptId: task.aboutId }) })
  if (task) await openRuleTask(ctx, task)
}
