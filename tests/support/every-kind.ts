import { randomUUID } from 'node:crypto'
import { findFile } from '@/db/cases/find-file'
import { draftIntervention } from '@/db/interventions/draft-intervention'
import { recordContact } from '@/db/contacts/record-contact'
import type { Ctx } from '@/db/ctx'
import * as rows from '@/db/schema'
import { DraftIntervention } from '@/lib/interventions/forms'
import { RecordContact } from '@/lib/people/forms'
import type { SealedFieldName } from '@/lib/vault/fields'
import { anAppeal } from './interventions'
import type { World } from './world'
import type { SceneFile } from './scene'

const day = 86_400_000

/** Seals under the file's key; the row's id comes with it. */
function sealing(ctx: Ctx, caseId: string) {
  const id = randomUUID()
  const seal = (field: SealedFieldName, text: string) => ctx.vault.seal(field, { caseId, rowId: id }, text)
  const mine = { id, caseId, recordedBy: ctx.actor.id, recordedAt: ctx.now }
  return { seal, mine }
}

async function ofTheWork(ctx: Ctx, { id: caseId, teamId, owner, caller }: SceneFile): Promise<void> {
  const [task, step, handover, factor] = [1, 2, 3, 4].map(() => sealing(ctx, caseId))
  const [override, consent] = [sealing(ctx, caseId), sealing(ctx, caseId)]
  if (!task || !step || !handover || !factor) return
  const later = new Date(ctx.now.getTime() + 9 * day)
  await ctx.db.insert(rows.tasks).values({
    ...task.mine,
    teamId,
    kind: 'hand',
    dueAt: later,
    aboutId: caseId,
    title: task.seal('task.title', 'ask the pastor'),
  })
  await ctx.db.insert(rows.handovers).values({
    ...handover.mine,
    fromUser: owner.id,
    toUser: owner.id,
    briefing: handover.seal('handover.briefing', 'what to know'),
  })
  const note = step.seal('workflow_step.note', 'begun')
  await ctx.db.insert(rows.workflowSteps).values({ ...step.mine, fromWorkflow: 'intake', toWorkflow: 'active', note })
  await ctx.db.insert(rows.riskFactors).values({ ...factor.mine, factor: 'pregnant' })
  await ctx.db
    .insert(rows.riskOverrides)
    .values({ ...override.mine, risk: 'R4', reason: override.seal('risk_override.reason', 'seen'), until: later })
  await ctx.db.insert(rows.consents).values({
    ...consent.mine,
    givenBy: caller,
    capacity: 'SELF',
    scope: 'CASEWORK',
    decision: 'granted',
    method: 'voice',
    at: consent.seal('consent.at', '2021-04'),
  })
}

async function ofThePerson(ctx: Ctx, { id: caseId, source, subject }: SceneFile): Promise<void> {
  const [sign, alive, date] = [sealing(ctx, caseId), sealing(ctx, caseId), sealing(ctx, caseId)]
  const said = { personId: subject, sourceId: source, credibility: '3', distance: 'second_hand' }
  const claim = (one: typeof sign, predicate: string, text: string) => ({
    ...one.mine,
    ...said,
    predicate,
    value: one.seal('claim.value', text),
  })
  await ctx.db.insert(rows.claims).values([claim(alive, 'alive', 'seen alive'), claim(date, 'date', '2020-05')])
  await ctx.db.insert(rows.signsOfLife).values({
    ...sign.mine,
    ...said,
    kind: 'call',
    reliability: 'B',
    claimId: alive.mine.id,
    at: sign.seal('sign_of_life.at', '2021~'),
  })
}

/** A file with an item of every kind on its timeline, recorded on the way a form would. */
export async function everyKind(world: World, file: SceneFile): Promise<void> {
  const { owner, ref } = file
  const input = { ref, personId: file.caller, at: '2021-03-05', direction: 'incoming', outcome: 'reached' }
  await world.does(owner, recordContact, RecordContact.parse(input))
  await world.does(owner, draftIntervention, DraftIntervention.parse({ ref, ...anAppeal() }))
  await world.as(owner, async (ctx) => {
    await findFile(ctx, ref, 'case:read')
    await ofTheWork(ctx, file)
    await ofThePerson(ctx, file)
    const proposal = { id: randomUUID(), caseId: file.id, kind: 'missing' }
    await ctx.db.insert(rows.proposals).values({ ...proposal, proposedBy: ctx.actor.id, proposedAt: ctx.now })
  })
  const sealed = Buffer.alloc(64, 1)
  await world.owner.sql`
    insert into referral (id, case_id, from_team, to_team, reason, recorded_by, recorded_at)
    values (${randomUUID()}, ${file.id}, ${file.teamId}, ${world.south}, ${sealed}, ${owner.id}, now())`
}
