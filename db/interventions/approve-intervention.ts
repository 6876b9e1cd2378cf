import type { ApproveIntervention } from '@/lib/interventions/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { assertCovered } from './assert-covered'
import { findIntervention, isAuthor } from './find-intervention'
import { stepOn } from './write-step'

/** A coordinator agrees to what another wrote, where all that it tells may be told. Nothing is out by it yet. */
export const approveIntervention = verb('intervention.approve', async (ctx: Ctx, input: ApproveIntervention) => {
  const file = await findFile(ctx, input.ref, 'proposal:decide')
  const { interventionId, version, note } = input
  const found = await findIntervention(ctx, file.id, interventionId)
  if (isAuthor(found, ctx.actor.id)) throw new Refusal('forbidden')
  const consents = await assertCovered(ctx, found)
  const set = { approvedBy: ctx.actor.id, approvedAt: ctx.now }
  await stepOn(ctx, found, { state: 'approved', version, note, consents, set })
  const details = { version, consents: consents.length }
  const objectIds = [interventionId]
  await record(ctx, 'intervention.approve', { caseId: file.id, teamId: file.teamId, objectIds, details })
  return { id: file.id, ref: file.ref, interventionId }
})
