import { and, eq } from 'drizzle-orm'
import { reopenCase } from '@/db/cases/reopen-case'
import type { Ctx } from '@/db/ctx'
import { withdrawProposal } from '@/db/proposals/decline-proposal'
import { caseFiles, proposals } from '@/db/schema'
import { ReopenCase } from '@/lib/decisions/forms'
import { addRiskFactor } from '@/db/risk/add-risk-factor'
import { overrideRisk } from '@/db/risk/override-risk'
import { recordSituation } from '@/db/situations/record-situation'
import { AddRiskFactor, OverrideRisk } from '@/lib/risk/forms'
import { RecordSituation } from '@/lib/situations/forms'
import type { SceneFile } from './scene'
import type { Given } from './verb-row'
import type { World } from './world'

export type Decided = { factor: string; override: string; proposal: string }

/** What somebody has decided about a file, or asked another to decide: a row of each kind, by its owner. */
export async function decided(world: World, { id, ref, owner, source }: SceneFile): Promise<Decided> {
  await world.does(owner, addRiskFactor, AddRiskFactor.parse({ ref, factor: 'pregnant' }))
  await world.does(owner, overrideRisk, OverrideRisk.parse({ ref, risk: 'R4', days: '7', reason: 'a raid' }))
  const missing = { ref, version: '1', situation: 'MISSING', sourceId: source, credibility: '3' }
  await world.does(owner, recordSituation, RecordSituation.parse(missing))
  const [row] = await world.owner.sql<Decided[]>`
    select (select id from risk_factor where case_id = ${id}) as factor,
           (select id from risk_override where case_id = ${id}) as override,
           (select id from proposal where case_id = ${id}) as proposal`
  if (!row) throw new Error('decisions were expected')
  return row
}

/** Proposes a death and takes it back at once. */
export async function withdrawDeath(ctx: Ctx, { parts: { ref, source, id } }: Given) {
  const death = { ref, version: '1', situation: 'DECEASED', sourceId: source, credibility: '2' }
  await recordSituation(ctx, RecordSituation.parse(death))
  const [row] = await ctx.db
    .select({ id: proposals.id })
    .from(proposals)
    .where(and(eq(proposals.caseId, id), eq(proposals.kind, 'deceased')))
  return withdrawProposal(ctx, { ref, proposalId: row?.id ?? '', version: 1 })
}

/** Closes a file past every verb, so that it can be opened again. */
export async function reopenClosed(ctx: Ctx, { parts: { ref, id } }: Given) {
  await ctx.db.update(caseFiles).set({ workflow: 'closed' }).where(eq(caseFiles.id, id))
  return reopenCase(ctx, ReopenCase.parse({ ref, version: '1', reason: 'news' }))
}
