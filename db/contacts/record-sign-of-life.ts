import { randomUUID } from 'node:crypto'
import { and, eq, ne, sql } from 'drizzle-orm'
import type { RecordSignOfLife } from '@/lib/contacts/forms'
import { isProof } from '@/lib/contacts/last-known'
import { isFuture } from '@/lib/dates/compare'
import { monthOf } from '@/lib/dates/month-of'
import { Refusal } from '@/lib/refusal'
import { mayConfirm, newReliability } from '@/lib/sources/grading'
import { reliabilities } from '@/lib/sources/sources'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { caseFiles, claims, people, signsOfLife, sources } from '../schema'
import { closeRuleTasks } from '../tasks/rule-task'

const claimsMax = 1000

type Source = typeof sources.$inferSelect

async function subjectAndSource(ctx: Ctx, caseId: string, sourceId: string) {
  const [[subject], [source]] = await Promise.all([
    ctx.db
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.caseId, caseId), eq(people.role, 'subject'))),
    ctx.db
      .select()
      .from(sources)
      .where(and(eq(sources.id, sourceId), eq(sources.caseId, caseId))),
  ])
  if (!subject || !source) throw new Refusal('not-found')
  return { subject, source }
}

/** "Confirmed" takes two independent origins for a sign of that same date, one of which can be judged. */
async function assertMayConfirm(ctx: Ctx, { at, credibility }: RecordSignOfLife, source: Source): Promise<void> {
  if (credibility !== '1') return
  const { caseId } = source
  const said = await ctx.db
    .select({ id: claims.id, value: claims.value, source: sources })
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .where(and(eq(claims.caseId, caseId), eq(claims.predicate, 'alive'), ne(claims.state, 'rejected')))
    .limit(claimsMax)
  const same = said.filter(({ id, value }) => ctx.vault.open('claim.value', { caseId, rowId: id }, value) === at.edtf)
  const voices = [...same.map((claim) => claim.source), source].map(({ originGroup, reliability }) => ({
    originGroup: String(originGroup),
    reliability: reliabilities.find((letter) => letter === reliability) ?? newReliability,
    stance: 'asserts' as const,
  }))
  if (!mayConfirm(voices)) throw new Refusal('invalid', { credibility: 'two-origins-needed' })
}

/** The claim that the subject was alive then, and the line of the ledger that rests on it. */
function signRows(ctx: Ctx, { personId, source }: { personId: string; source: Source }, input: RecordSignOfLife) {
  const { vault, actor, now } = ctx
  const { caseId, id: sourceId, reliability } = source
  const { kind, at, distance, credibility, place, words } = input
  const [claimId, id] = [randomUUID(), randomUUID()]
  const ofClaim = { caseId, rowId: claimId }
  const ofSign = { caseId, rowId: id }
  const shared = { caseId, personId, sourceId, distance, credibility, recordedBy: actor.id, recordedAt: now }
  const claim = {
    ...shared,
    id: claimId,
    predicate: 'alive',
    value: vault.seal('claim.value', ofClaim, at.edtf),
    quote: vault.sealOptional('claim.quote', ofClaim, words),
  }
  const sign = {
    ...shared,
    id,
    claimId,
    kind,
    reliability,
    at: vault.seal('sign_of_life.at', ofSign, at.edtf),
    atMonth: monthOf(at),
    place: vault.sealOptional('sign_of_life.place', ofSign, place),
    note: vault.sealOptional('sign_of_life.note', ofSign, words),
  }
  return { claim, sign }
}

/** A line in the ledger of proof of life, with the claim it rests on; it ends the silence where it is not doubtful. */
export const recordSignOfLife = verb('life.record', async (ctx: Ctx, input: RecordSignOfLife) => {
  const file = await findFile(ctx, input.ref, 'situation:record')
  const { at, credibility, kind } = input
  if (isFuture(at, ctx.now)) throw new Refusal('invalid', { at: 'future-date' })
  const { subject, source } = await subjectAndSource(ctx, file.id, input.sourceId)
  await assertMayConfirm(ctx, input, source)
  const { claim, sign } = signRows(ctx, { personId: subject.id, source }, input)
  await ctx.db.insert(claims).values(claim)
  await ctx.db.insert(signsOfLife).values(sign)
  if (isProof({ credibility }) && at.from !== null) {
    await ctx.db
      .update(caseFiles)
      .set({ silentSince: sql`greatest(${caseFiles.silentSince}, ${at.from}::date)`, changedAt: ctx.now })
      .where(eq(caseFiles.id, file.id))
    await closeRuleTasks(ctx, { caseId: file.id, kind: 'silence' })
  }
  const details = { kind, credibility }
  await record(ctx, 'life.record', { caseId: file.id, teamId: file.teamId, objectIds: [sign.id], details })
  return { id: file.id, ref: file.ref }
})
