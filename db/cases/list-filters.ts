import { type SQL, eq, inArray, lt, ne, notInArray, sql } from 'drizzle-orm'
import type { ListFilters } from '@/lib/cases/list-cases'
import { dateBefore, endOfDay, startOfDay } from '@/lib/lists/days-since'
import type { Ctx } from '../ctx'
import { caseFiles } from '../schema'
import { isOpen } from '../schema/case-file'

const workflowRules = {
  open: isOpen(caseFiles),
  closed: inArray(caseFiles.workflow, ['closed']),
  all: notInArray(caseFiles.workflow, ['draft', 'erased']),
}

/** What narrows a list of files. Drafts are in none: each is its author's, on a page of its own. */
export function listFilters({ now, actor }: Ctx, query: ListFilters): SQL[] {
  const { teamId } = actor
  const wanted: (SQL | undefined)[] = [
    workflowRules[query.workflow ?? 'open'],
    query.situation && eq(caseFiles.situation, query.situation),
    query.risk && eq(caseFiles.risk, query.risk),
    query.worker ? eq(caseFiles.ownerId, query.worker) : undefined,
    query.province && eq(caseFiles.province, query.province),
    query.silence ? lt(caseFiles.silentSince, dateBefore(now, query.silence)) : undefined,
    query.review && lt(caseFiles.reviewDue, query.review === 'late' ? startOfDay(now) : endOfDay(now)),
    query.flagged && sql`${caseFiles.isFlagged}`,
    query.team && teamId ? (query.team === 'own' ? eq : ne)(caseFiles.teamId, teamId) : undefined,
  ]
  return wanted.filter((part) => part !== undefined)
}
