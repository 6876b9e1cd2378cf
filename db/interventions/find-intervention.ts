import { and, eq } from 'drizzle-orm'
import {
  type DisclosedField,
  type InterventionState,
  type InterventionType,
  type Mechanism,
  disclosedFields,
  interventionStates,
  interventionTypes,
  mechanisms,
} from '@/lib/interventions/interventions'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { interventions } from '../schema'

type Row = typeof interventions.$inferSelect

export type FoundIntervention = Omit<Row, 'type' | 'mechanism' | 'state' | 'disclosedFields'> & {
  type: InterventionType
  mechanism: Mechanism
  state: InterventionState
  disclosed: DisclosedField[]
}

/** A row with its codes as the words of their lists; the database holds no others. */
export function asFound({ disclosedFields: told, ...row }: Row): FoundIntervention {
  const type = interventionTypes.find((word) => word === row.type)
  const mechanism = mechanisms.find((word) => word === row.mechanism)
  const state = interventionStates.find((word) => word === row.state)
  if (!type || !mechanism || !state) throw new Refusal('not-found')
  return { ...row, type, mechanism, state, disclosed: disclosedFields.filter((field) => told.includes(field)) }
}

/** An intervention of this very file, or not found. */
export async function findIntervention(ctx: Ctx, caseId: string, interventionId: string): Promise<FoundIntervention> {
  const [row] = await ctx.db
    .select()
    .from(interventions)
    .where(and(eq(interventions.id, interventionId), eq(interventions.caseId, caseId)))
  if (!row) throw new Refusal('not-found')
  return asFound(row)
}

/** Who wrote it, or wrote in it last, neither approves it nor lets it out without consent. */
export const isAuthor = ({ recordedBy, changedBy }: Pick<Row, 'recordedBy' | 'changedBy'>, who: string): boolean =>
  who === recordedBy || who === changedBy
