import { eq } from 'drizzle-orm'
import type { RecordSignOfLife } from '@/lib/contacts/forms'
import { isProof } from '@/lib/contacts/last-known'
import { isFuture } from '@/lib/dates/compare'
import { monthOf } from '@/lib/dates/month-of'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { assertMayConfirm } from '../claims/assert-may-confirm'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { caseFiles, claims, signsOfLife, type sources } from '../schema'
import { subjectAndSource } from '../sources/subject-and-source'
import { silenceEnded } from './silence-ended'
import { closeRuleTasks } from '../tasks/rule-task'

type Source = typeof sources.$inferSelect

/** The claim that the subject was alive then, and the line of the ledger that rests on it. */
function signRows(ctx: Ctx, { personId, source }: { personId: string; source: Source }, input: RecordSignOfLife) {
  const { vault, actor, now } = ctx
  const { caseId, id: sourceId, reliability } = source
  const { kind, at, distance, credibility, place, words } = input
  const [claimId, id] = [newId(), newId()]
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
  const { subjectId, source } = await subjectAndSource(ctx, file.id, input.sourceId)
  await assertMayConfirm(ctx, { credibility, predicate: 'alive', value: at.edtf }, source)
  const { claim, sign } = signRows(ctx, { personId: subjectId, source }, input)
  await ctx.db.insert(claims).values(claim)
  await ctx.db.insert(signsOfLife).values(sign)
  if (isProof({ credibility }) && at.from !== null) {
    await ctx.db
      .update(caseFiles)
      .set({ silentSince: silenceEnded(at.from, ctx.now), changedAt: ctx.now })
      .where(eq(caseFiles.id, file.id))
    await closeRuleTasks(ctx, { caseId: file.id, kind: 'silence' })
  }
  const details = { kind, credibility }
  await record(ctx, 'life.record', { caseId: file.id, teamId: file.teamId, objectIds: [sign.id], details })
  return { id: file.id, ref: file.ref }
})
