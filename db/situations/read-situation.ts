import { and, desc, eq } from 'drizzle-orm'
import { dayEndIn, dayIn } from '@/lib/dates/calendar'
import { latestToday } from '@/lib/dates/compare'
import { parsePartialDate } from '@/lib/dates/parse-partial-date'
import { riskPlan } from '@/lib/risk/risk-plan'
import type { SituationQuery } from '@/lib/situations/forms'
import { staffNames } from '../accounts/list-staff'
import { fileHead } from '../cases/file-head'
import { listSteps } from '../cases/list-steps'
import { type Ctx, verb } from '../ctx'
import { listProposals } from '../proposals/list-proposals'
import { listFactors } from '../risk/list-factors'
import { riskGround } from '../risk/risk-ground'
import { claims, situationBases, situationEntries, sources } from '../schema'
import { liveTasks } from '../tasks/live-tasks'
import { entryShapes } from './entry-shapes'
import { presentSituations } from './present-situations'
import { riskFactsOf } from './projection'

const entriesMax = 500

async function openedEntries(ctx: Ctx, caseId: string) {
  const [entries, bases] = await Promise.all([
    ctx.db
      .select()
      .from(situationEntries)
      .where(eq(situationEntries.caseId, caseId))
      .orderBy(desc(situationEntries.recordedAt), desc(situationEntries.id))
      .limit(entriesMax),
    ctx.db
      .selectDistinct({ entryId: situationBases.entryId, sourceId: sources.id, code: sources.code, type: sources.type })
      .from(situationBases)
      .innerJoin(claims, and(eq(claims.id, situationBases.claimId), eq(claims.caseId, situationBases.caseId)))
      .innerJoin(sources, eq(sources.id, claims.sourceId))
      .where(eq(situationBases.caseId, caseId)),
  ])
  const unquoted = bases.map(({ entryId, sourceId }) => ({ entryId, sourceId, quoteOf: null, quote: null }))
  return presentSituations(ctx, caseId, { entries, bases: unquoted }).map((entry) => ({
    ...entry,
    said: bases.filter(({ entryId }) => entryId === entry.id).map(({ code, type }) => ({ code, type })),
  }))
}

/** The day a reader asks about, and the instant at which it ends where they are; null where it is no day that was. */
function askedDay(ctx: Ctx, on: string | undefined): { day: string; until: Date } | null {
  if (!on?.trim()) return null
  const read = parsePartialDate(on, { today: dayIn(ctx.now, ctx.actor.timeZone) })
  const day = read.ok ? (read.value.to ?? read.value.from) : null
  const from = read.ok ? read.value.from : null
  if (day === null || (from !== null && from > latestToday(ctx.now))) return null
  const until = dayEndIn(day, ctx.actor.timeZone)
  return { day, until: until < ctx.now ? until : ctx.now }
}

/** All that the page of a file's situation shows: the risk and why, what was decided, and every entry with both its times. */
export const readSituation = verb('case.read', async (ctx: Ctx, query: SituationQuery) => {
  const { file, head } = await fileHead(ctx, query.ref)
  const { id } = file
  const [entries, shapes, ground, risk, proposals, steps, live, said] = await Promise.all([
    openedEntries(ctx, id),
    entryShapes(ctx, id),
    riskGround(ctx, id),
    listFactors(ctx, id),
    listProposals(ctx, id),
    listSteps(ctx, id),
    liveTasks(ctx, id),
    ctx.db
      .select({ id: sources.id, code: sources.code, type: sources.type })
      .from(sources)
      .where(eq(sources.caseId, id)),
  ])
  const authors = [...entries, ...risk.factors, ...steps, ...(risk.override ? [risk.override] : [])]
  const deciders = [
    ...proposals.flatMap((row) => [row.proposedBy, row.decidedBy]),
    ...steps.map((row) => row.approvedBy),
  ]
  const named = [...authors.map(({ recordedBy }) => recordedBy), ...deciders].filter((who) => who !== null)
  const staff = await staffNames(ctx, named)
  return {
    head,
    reviewDue: file.reviewDue,
    grade: `${file.reliability}${file.credibility}`,
    plan: riskPlan(riskFactsOf(shapes, ground), ctx.now),
    ...risk,
    entries,
    shapes,
    proposals,
    steps,
    live,
    sources: said,
    /** Who spoke last of where the person is: what a rule proposes out of silence stands under them. */
    lastVoice: entries.find(({ stance }) => stance !== 'denies')?.sourceIds[0] ?? null,
    on: query.on?.trim() ?? '',
    asked: askedDay(ctx, query.on),
    staff,
  }
})

export type SituationView = Awaited<ReturnType<typeof readSituation>>
export type HistoryEntry = SituationView['entries'][number]
