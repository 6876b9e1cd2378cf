import { and, asc, desc, inArray, lt, sql } from 'drizzle-orm'
import { openWorkflows } from '@/lib/cases/workflow'
import type { Ctx } from '../ctx'
import { caseFiles } from '../schema'

const rowsMax = 20
const day = 86_400_000

export type DueFile = {
  id: string
  ref: string
  situation: string
  risk: string
  silentDays: number
  reviewDue: Date | null
}
export type Today = { mine: number; due: DueFile[]; silent: DueFile[] }

const shown = {
  id: caseFiles.id,
  ref: caseFiles.ref,
  situation: caseFiles.situation,
  risk: caseFiles.risk,
  silentSince: caseFiles.silentSince,
  reviewDue: caseFiles.reviewDue,
}

/** A caseworker's own open files: whose review is late or due in a week, the greatest danger first, and who has been silent longest. No name is opened. */
export async function readToday(ctx: Ctx): Promise<Today> {
  const mine = and(
    sql`${caseFiles.id} = any(array(select my_cases('case:read')))`,
    inArray(caseFiles.workflow, openWorkflows),
  )
  const silentBefore = new Date(ctx.now.getTime() - 30 * day).toISOString().slice(0, 10)
  const [counted, due, silent] = await Promise.all([
    ctx.db
      .select({ n: sql<number>`count(*)::int` })
      .from(caseFiles)
      .where(mine),
    ctx.db
      .select(shown)
      .from(caseFiles)
      .where(and(mine, lt(caseFiles.reviewDue, new Date(ctx.now.getTime() + 7 * day))))
      .orderBy(desc(caseFiles.risk), asc(caseFiles.reviewDue), caseFiles.id)
      .limit(rowsMax),
    ctx.db
      .select(shown)
      .from(caseFiles)
      .where(and(mine, sql`${caseFiles.silentSince} < ${silentBefore}::date`))
      .orderBy(asc(caseFiles.silentSince), caseFiles.id)
      .limit(rowsMax),
  ])
  const view = ({ silentSince, ...row }: (typeof due)[number]): DueFile => ({
    ...row,
    silentDays: Math.max(0, Math.floor((ctx.now.getTime() - Date.parse(silentSince)) / day)),
  })
  return { mine: counted[0]?.n ?? 0, due: due.map(view), silent: silent.map(view) }
}
