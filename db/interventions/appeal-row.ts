import type { Appeal } from '@/lib/interventions/forms'
import { Harm } from '@/lib/interventions/forms'
import type { Ctx } from '../ctx'
import type { FoundIntervention } from './find-intervention'

type Place = { caseId: string; rowId: string }

/** The words of an intervention, sealed. */
export const appealRow = ({ vault }: Ctx, place: Place, appeal: Appeal) => ({
  type: appeal.type,
  mechanism: appeal.mechanism,
  addressee: vault.seal('intervention.addressee', place, appeal.addressee),
  requestedAction: vault.seal('intervention.requested_action', place, appeal.requestedAction),
  disclosedFields: appeal.disclosed,
  harm: vault.seal('intervention.harm', place, JSON.stringify(appeal.harm)),
})

/** The same opened. */
export function appealOf({ vault }: Ctx, found: FoundIntervention): Appeal {
  const { id: rowId, caseId, type, mechanism, disclosed } = found
  const place = { caseId, rowId }
  return {
    type,
    mechanism,
    addressee: vault.open('intervention.addressee', place, found.addressee),
    requestedAction: vault.open('intervention.requested_action', place, found.requestedAction),
    disclosed,
    harm: Harm.parse(JSON.parse(vault.open('intervention.harm', place, found.harm))),
  }
}
