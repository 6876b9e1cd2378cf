import { missingIn } from '@/lib/interventions/coverage'
import type { OverrideConsent, ProposedOverride } from '@/lib/interventions/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { propose } from '../proposals/propose'
import { heldCoverage } from './assert-covered'
import { findIntervention, isAuthor } from './find-intervention'

/** The first of two coordinators who let out what nobody allowed: neither wrote it, and the second decides the proposal. */
export const overrideConsent = verb('intervention.override', async (ctx: Ctx, input: OverrideConsent) => {
  const file = await findFile(ctx, input.ref, 'proposal:decide')
  const { interventionId, version, basis, reason } = input
  const found = await findIntervention(ctx, file.id, interventionId)
  if (isAuthor(found, ctx.actor.id)) throw new Refusal('forbidden')
  if (found.version !== version || !['draft', 'approved'].includes(found.state)) throw new Refusal('conflict')
  const scopes = missingIn(await heldCoverage(ctx, found))
  if (scopes.length === 0) throw new Refusal('invalid', { basis: 'nothing-missing' })
  const { type, mechanism } = found
  const proposed: ProposedOverride = { interventionId, version, type, mechanism, basis, reason, scopes }
  const payload = JSON.stringify(proposed)
  const proposalId = await propose(ctx, file, { kind: 'disclosure', payload, field: 'basis' })
  const details = { basis, scopes, version }
  const objectIds = [interventionId, proposalId]
  await record(ctx, 'intervention.override', { caseId: file.id, teamId: file.teamId, objectIds, details })
  return { id: file.id, ref: file.ref, interventionId }
})
