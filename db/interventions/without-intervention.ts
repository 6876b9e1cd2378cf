import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { openWorkflows } from '@/lib/cases/workflow'
import type { Ctx } from '../ctx'
import { caseFiles } from '../schema'

const shownMax = 20

export type FileWithout = { ref: string; changedAt: Date }

/** Open files of a team whose risk is critical and for whom nothing was approved or sent, those first that have lain longest. */
export const withoutIntervention = (ctx: Ctx, teamId: string): PromiseLike<FileWithout[]> =>
  ctx.db
    .select({ ref: caseFiles.ref, changedAt: caseFiles.changedAt })
    .from(caseFiles)
    .where(
      and(
        eq(caseFiles.teamId, teamId),
        eq(caseFiles.risk, 'R4'),
        inArray(caseFiles.workflow, openWorkflows),
        sql`not exists (select from intervention i where i.case_id = ${caseFiles.id} and i.state not in ('draft', 'withdrawn'))`,
      ),
    )
    .orderBy(asc(caseFiles.changedAt), asc(caseFiles.id))
    .limit(shownMax)
