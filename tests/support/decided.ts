import { addRiskFactor } from '@/db/risk/add-risk-factor'
import { overrideRisk } from '@/db/risk/override-risk'
import { AddRiskFactor, OverrideRisk } from '@/lib/risk/forms'
import type { SceneFile } from './scene'
import type { World } from './world'

export type Decided = { factor: string; override: string }

/** What somebody has decided about a file, or asked another to decide: a row of each kind, by its owner. */
export async function decided(world: World, { id, ref, owner }: SceneFile): Promise<Decided> {
  await world.does(owner, addRiskFactor, AddRiskFactor.parse({ ref, factor: 'pregnant' }))
  await world.does(owner, overrideRisk, OverrideRisk.parse({ ref, risk: 'R4', days: '7', reason: 'a raid' }))
  const [row] = await world.owner.sql<Decided[]>`
    select (select id from risk_factor where case_id = ${id}) as factor,
           (select id from risk_override where case_id = ${id}) as override`
  if (!row) throw new Error('decisions were expected')
  return row
}
