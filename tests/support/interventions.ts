import { approveIntervention } from '@/db/interventions/approve-intervention'
import { changeIntervention } from '@/db/interventions/change-intervention'
import { draftIntervention } from '@/db/interventions/draft-intervention'
import { overrideConsent } from '@/db/interventions/override-consent'
import { readInterventions } from '@/db/interventions/read-interventions'
import { submitIntervention } from '@/db/interventions/submit-intervention'
import { tellOutcome } from '@/db/interventions/tell-outcome'
import { withdrawIntervention } from '@/db/interventions/withdraw-intervention'
import { recordConsents } from '@/db/intake/record-consents'
import { RecordConsents } from '@/lib/intake/forms'
import * as forms from '@/lib/interventions/forms'
import type { SceneFile } from './scene'
import type { Person, World } from './world'

type Given = Record<string, string>

/** A draft as it is typed: what happened to the person, told to UNHCR. */
export const anAppeal = (given: Given = {}): Given => ({
  type: 'UNHCR_NOTIFY',
  mechanism: 'UNHCR',
  addressee: 'the office in Seoul',
  requestedAction: 'ask where she is held',
  'disclose-circumstances': 'on',
  'harm-subject': 'she may be moved sooner',
  'harm-kinOrigin': 'none: nobody there is told of',
  'harm-kinTransit': 'her aunt may be questioned',
  'harm-source': 'none: the source stands apart',
  'harm-staff': 'none',
  ...given,
})

export const today = () => new Date().toISOString().slice(0, 10)

/** The interventions of one file, as the people of a test handle them. */
export function intervening(world: World, { ref, owner, caller }: Pick<SceneFile, 'ref' | 'owner' | 'caller'>) {
  const of = (interventionId: string, given: Given) => ({ ref, interventionId, version: '1', ...given })
  return {
    consent: (given: Given, by: Person = owner) =>
      world.does(
        by,
        recordConsents,
        RecordConsents.parse({
          ref,
          givenBy: caller,
          capacity: 'NEXT_OF_KIN_SUBJECT_UNREACHABLE',
          method: 'voice',
          at: '2021',
          language: 'Korean',
          ...given,
        }),
      ),
    draft: async (given: Given = {}, by: Person = owner) => {
      const typed = forms.DraftIntervention.parse({ ref, ...anAppeal(given) })
      return (await world.does(by, draftIntervention, typed)).interventionId
    },
    change: (by: Person, id: string, given: Given = {}) =>
      world.does(by, changeIntervention, forms.ChangeIntervention.parse(of(id, anAppeal(given)))),
    approve: (by: Person, id: string, given: Given = {}) =>
      world.does(by, approveIntervention, forms.ApproveIntervention.parse(of(id, given))),
    override: (by: Person, id: string, given: Given = {}) => {
      const typed = { basis: 'vital_interests', reason: 'nobody can be asked in time', ...given }
      return world.does(by, overrideConsent, forms.OverrideConsent.parse(of(id, typed)))
    },
    submit: (by: Person, id: string, given: Given = {}) =>
      world.does(by, submitIntervention, forms.SubmitIntervention.parse(of(id, { version: '2', ...given }))),
    tell: (by: Person, id: string, given: Given = {}) => {
      const typed = { version: '3', state: 'acknowledged', at: today(), ...given }
      return world.does(by, tellOutcome, forms.TellOutcome.parse(of(id, typed)))
    },
    withdraw: (by: Person, id: string, given: Given = {}) =>
      world.does(by, withdrawIntervention, forms.WithdrawIntervention.parse(of(id, { reason: 'not now', ...given }))),
    view: (by: Person = owner) => world.does(by, readInterventions, { ref }),
  }
}

export type Intervened = { draft: string; uncovered: string; approved: string; submitted: string }

/** An intervention in each state that a verb begins from; one tells what nobody allowed. */
export async function intervened(world: World, file: SceneFile): Promise<Intervened> {
  const { owner, teamId } = file
  const on = intervening(world, file)
  const lead = await world.person({ role: 'coordinator', teamId })
  await on.consent({ SHARE_UNHCR: 'granted' })
  const [draft, approved, submitted] = [await on.draft(), await on.draft(), await on.draft()]
  const uncovered = await on.draft({ type: 'ICRC_TRACING', mechanism: 'ICRC' })
  for (const id of [approved, submitted]) await on.approve(lead, id)
  await on.submit(owner, submitted)
  return { draft, uncovered, approved, submitted }
}
