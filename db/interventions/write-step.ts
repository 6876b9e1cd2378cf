import { and, eq } from 'drizzle-orm'
import { dayIn } from '@/lib/dates/calendar'
import type { InterventionOutcome, InterventionState } from '@/lib/interventions/interventions'
import { mayStep } from '@/lib/interventions/may-step'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { newId } from '../new-id'
import { interventionSteps, interventions } from '../schema'
import type { FoundIntervention } from './find-intervention'

export type Step = {
  state: InterventionState
  /** When it was, where that is not now: a date as EDTF writes it. */
  at?: string
  note?: string | undefined
  outcome?: InterventionOutcome | undefined
  impact?: string | undefined
  consents?: readonly string[]
}

/** What was done, and on which consents it rested: a row that stays. */
export async function writeStep(ctx: Ctx, of: { id: string; caseId: string }, step: Step): Promise<void> {
  const [id, { caseId }] = [newId(), of]
  const { state, at = dayIn(ctx.now, ctx.actor.timeZone), note, outcome, impact, consents = [] } = step
  await ctx.db.insert(interventionSteps).values({
    id,
    caseId,
    interventionId: of.id,
    state,
    outcome: outcome ?? null,
    impact: impact ?? null,
    at: ctx.vault.seal('intervention_step.at', { caseId, rowId: id }, at),
    note: ctx.vault.sealOptional('intervention_step.note', { caseId, rowId: id }, note),
    consents: [...consents],
    recordedBy: ctx.actor.id,
    recordedAt: ctx.now,
  })
}

export type Stepped = Step & {
  version: number
  set?: Partial<Pick<typeof interventions.$inferInsert, 'approvedBy' | 'approvedAt' | 'submittedAt' | 'replyDueAt'>>
}

/** Takes an intervention a step further as its reader saw it; what was changed meanwhile has to be read before it is decided. */
export async function stepOn(ctx: Ctx, found: FoundIntervention, stepped: Stepped): Promise<void> {
  const { version, set, ...step } = stepped
  if (!mayStep(found.state, step.state)) throw new Refusal('conflict')
  const saved = await ctx.db
    .update(interventions)
    .set({ ...set, state: step.state, ...(step.outcome && { outcome: step.outcome }), version: version + 1 })
    .where(
      and(eq(interventions.id, found.id), eq(interventions.version, version), eq(interventions.state, found.state)),
    )
    .returning({ id: interventions.id })
  if (saved.length === 0) throw new Refusal('conflict')
  await writeStep(ctx, found, step)
}
