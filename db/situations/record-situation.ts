import { and, eq, ne } from 'drizzle-orm'
import { isFuture } from '@/lib/dates/compare'
import type { RecordSituation } from '@/lib/situations/forms'
import { admitEntry, previousOf } from '@/lib/situations/admit-entry'
import { deciderOf } from '@/lib/situations/life-cycle'
import { mayConfirm, newReliability } from '@/lib/sources/grading'
import { reliabilities, stances } from '@/lib/sources/sources'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type FoundFile, findFile } from '../cases/find-file'
import { projectCase } from '../cases/project-case'
import { type Ctx, verb } from '../ctx'
import { claims, people, situationBases, situationEntries, sources } from '../schema'
import { followEntry } from '../tasks/follow-entry'
import { type EntryShape, entryRows } from './entry-rows'
import { entryShapes } from './entry-shapes'
import { asserted } from './projection'

const claimsMax = 4000

function assertMayDecide(ctx: Ctx, history: readonly EntryShape[], input: RecordSituation): void {
  if (input.stance === 'denies') {
    if (input.when && isFuture(input.when, ctx.now)) throw new Refusal('invalid', { when: 'future-date' })
    return
  }
  const problems = admitEntry(history, input, ctx.now)
  if (Object.keys(problems).length > 0) throw new Refusal('invalid', problems)
  const decider = deciderOf(previousOf(history, input)?.situation ?? null, input.situation)
  if (decider === 'coordinator' && ctx.actor.role !== 'coordinator') {
    throw new Refusal('invalid', { situation: 'coordinator-decides' })
  }
}

async function subjectAndSource(ctx: Ctx, caseId: string, sourceId: string) {
  const [subject] = await ctx.db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.caseId, caseId), eq(people.role, 'subject')))
  const [source] = await ctx.db
    .select()
    .from(sources)
    .where(and(eq(sources.id, sourceId), eq(sources.caseId, caseId)))
  if (!subject || !source) throw new Refusal('not-found')
  return { subject, source }
}

/** "Confirmed" takes two independent origins for the same situation, one of which can be judged. */
async function assertMayConfirm(ctx: Ctx, input: RecordSituation, source: typeof sources.$inferSelect): Promise<void> {
  if (input.credibility !== '1') return
  const said = await ctx.db
    .select({ id: claims.id, value: claims.value, stance: claims.stance, source: sources })
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .where(and(eq(claims.caseId, source.caseId), eq(claims.predicate, 'situation'), ne(claims.state, 'rejected')))
    .limit(claimsMax)
  const same = said.filter(
    ({ id, value }) => ctx.vault.open('claim.value', { caseId: source.caseId, rowId: id }, value) === input.situation,
  )
  const voices = [...same, { source, stance: input.stance ?? 'asserts' }].map((voice) => ({
    originGroup: String(voice.source.originGroup),
    reliability: reliabilities.find((letter) => letter === voice.source.reliability) ?? newReliability,
    stance: stances.find((word) => word === voice.stance) ?? 'asserts',
  }))
  if (!mayConfirm(voices)) throw new Refusal('invalid', { credibility: 'two-origins-needed' })
}

/** The file as another has meanwhile left it. */
const staleFile = (file: FoundFile) =>
  new Refusal('conflict', undefined, { situation: file.situation, version: String(file.version) })

/** Adds an entry and its claims; nothing of what was recorded before is changed. */
export const recordSituation = verb('situation.record', async (ctx: Ctx, input: RecordSituation) => {
  const file = await findFile(ctx, input.ref, 'situation:record')
  if (file.version !== input.version) throw staleFile(file)
  const { subject, source } = await subjectAndSource(ctx, file.id, input.sourceId)
  const history = await entryShapes(ctx, file.id)
  assertMayDecide(ctx, asserted(history), input)
  await assertMayConfirm(ctx, input, source)
  const { reliability, distance } = source
  const rows = entryRows(ctx, { caseId: file.id, personId: subject.id }, { ...input, reliability, distance })
  const facts = rows.of(source.id)
  await ctx.db.insert(claims).values(facts.claims)
  await ctx.db.insert(situationEntries).values(facts.entry)
  await ctx.db.insert(situationBases).values(facts.bases)
  const saved = await projectCase(ctx, file.id, input)
  if (!saved) throw staleFile(file)
  const { entries, reviewDue } = saved
  await followEntry(ctx, file, { entry: facts.shape, entries, reviewDue, isOverGap: input.gapReason !== undefined })
  const details = { situation: input.situation, correction: input.correctionOf !== undefined, version: input.version }
  await record(ctx, 'situation.record', { caseId: file.id, teamId: file.teamId, objectIds: [facts.entry.id], details })
  return { id: file.id, ref: file.ref }
})
