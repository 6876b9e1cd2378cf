import { desc, eq } from 'drizzle-orm'
import type { CaseQuery } from '@/lib/cases/forms'
import { readCircumstances } from '@/lib/consents/circumstances'
import { byOverride, coverageOf } from '@/lib/interventions/coverage'
import { staffNames } from '../accounts/list-staff'
import { fileHead } from '../cases/file-head'
import { type Ctx, verb } from '../ctx'
import { findSubject } from '../intake/find-subject'
import { consents, interventionSteps, interventions } from '../schema'
import { dueOf } from '@/lib/tasks/due'
import { appealOf } from './appeal-row'
import { type ApprovedOverride, overridesOf } from './assert-covered'
import { type FoundIntervention, asFound, isAuthor } from './find-intervention'

const interventionsMax = 100
const stepsMax = 500

type ConsentWord = typeof consents.$inferSelect
type StepRow = typeof interventionSteps.$inferSelect

const presentStep = ({ vault }: Ctx, row: StepRow) => {
  const { id, caseId, interventionId, state, outcome, impact, recordedBy, recordedAt } = row
  const place = { caseId, rowId: id }
  return {
    ...{ id, interventionId, state, outcome, impact, recordedBy, recordedAt },
    at: vault.open('intervention_step.at', place, row.at),
    note: vault.openOptional('intervention_step.note', place, row.note),
  }
}

/** The consent that allows something, as far as whoever relies on it has to read it. */
function presentConsent({ vault }: Ctx, word: ConsentWord) {
  const place = { caseId: word.caseId, rowId: word.id }
  const told = vault.openOptional('consent.circumstances', place, word.circumstances)
  const at = vault.open('consent.at', place, word.at)
  return { capacity: word.capacity, at, limits: readCircumstances(told).limits ?? null }
}

type Around = {
  words: ConsentWord[]
  subjectId: string
  overrides: Map<string, ApprovedOverride>
  steps: ReturnType<typeof presentStep>[]
}

function present(ctx: Ctx, found: FoundIntervention, { words, subjectId, overrides, steps }: Around) {
  const { id, state, version, outcome, recordedBy, changedBy, approvedBy, submittedAt, replyDueAt } = found
  const override = overrides.get(id) ?? null
  const ground = { words, subjectId, override, now: ctx.now }
  const coverage = coverageOf({ mechanism: found.mechanism, fields: found.disclosed }, ground).map((one) => {
    const word = one.by === byOverride ? undefined : words.find((given) => given.id === one.by)
    return { ...one, consent: word ? presentConsent(ctx, word) : null }
  })
  return {
    ...{ id, state, version, outcome, recordedBy, changedBy, approvedBy, submittedAt, replyDueAt, override, coverage },
    ...appealOf(ctx, found),
    replyDue: replyDueAt && dueOf(replyDueAt, { now: ctx.now, zone: ctx.actor.timeZone }),
    isOwn: isAuthor(found, ctx.actor.id),
    steps: steps.filter((step) => step.interventionId === id),
  }
}

/** What was, is and may be submitted about a file, the newest first, with what allows each thing it tells as of now. */
export const readInterventions = verb('case.read', async (ctx: Ctx, query: CaseQuery) => {
  const { file, head } = await fileHead(ctx, query.ref)
  const caseId = file.id
  const [rows, stepRows, words, subject] = await Promise.all([
    ctx.db
      .select()
      .from(interventions)
      .where(eq(interventions.caseId, caseId))
      .orderBy(desc(interventions.recordedAt), desc(interventions.id))
      .limit(interventionsMax),
    ctx.db
      .select()
      .from(interventionSteps)
      .where(eq(interventionSteps.caseId, caseId))
      .orderBy(desc(interventionSteps.recordedAt), desc(interventionSteps.id))
      .limit(stepsMax),
    ctx.db.select().from(consents).where(eq(consents.caseId, caseId)),
    findSubject(ctx, caseId),
  ])
  const found = rows.map(asFound)
  const overrides = await overridesOf(ctx, found)
  const steps = stepRows.map((row) => presentStep(ctx, row)).reverse()
  const around = { words, subjectId: subject.id, overrides, steps }
  const decided = [...overrides.values()].flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy])
  const authors = [...steps.map(({ recordedBy }) => recordedBy), ...decided].filter((who) => who !== null)
  const staff = await staffNames(ctx, authors)
  return { head, interventions: found.map((one) => present(ctx, one, around)), staff }
})

export type InterventionsView = Awaited<ReturnType<typeof readInterventions>>
export type InterventionView = InterventionsView['interventions'][number]
