import { approveIntervention } from '@/db/interventions/approve-intervention'
import { changeIntervention } from '@/db/interventions/change-intervention'
import { draftIntervention } from '@/db/interventions/draft-intervention'
import { overrideConsent } from '@/db/interventions/override-consent'
import { readInterventions } from '@/db/interventions/read-interventions'
import { submitIntervention } from '@/db/interventions/submit-intervention'
import { tellOutcome } from '@/db/interventions/tell-outcome'
import { withdrawIntervention } from '@/db/interventions/withdraw-intervention'
import * as forms from '@/lib/interventions/forms'
import { anAppeal, today } from './interventions'
import { type VerbRow, file, row } from './verb-row'

export const ofInterventions: VerbRow[] = [
  row(readInterventions, file('case:read'), ({ parts: { ref } }) => ({ ref })),
  row(draftIntervention, file('case:edit'), ({ parts: { ref } }) =>
    forms.DraftIntervention.parse({ ref, ...anAppeal() }),
  ),
  row(changeIntervention, file('case:edit', 'draft'), ({ parts: { ref, draft } }) =>
    forms.ChangeIntervention.parse({ ref, interventionId: draft, version: '1', ...anAppeal() }),
  ),
  row(approveIntervention, file('proposal:decide', 'draft'), ({ parts: { ref, draft } }) =>
    forms.ApproveIntervention.parse({ ref, interventionId: draft, version: '1' }),
  ),
  row(overrideConsent, file('proposal:decide', 'uncovered'), ({ parts: { ref, uncovered } }) =>
    forms.OverrideConsent.parse({
      ref,
      interventionId: uncovered,
      version: '1',
      basis: 'vital_interests',
      reason: 'she is moved tomorrow',
    }),
  ),
  row(submitIntervention, file('case:edit', 'approved'), ({ parts: { ref, approved } }) =>
    forms.SubmitIntervention.parse({ ref, interventionId: approved, version: '2' }),
  ),
  row(tellOutcome, file('case:edit', 'submitted'), ({ parts: { ref, submitted } }) =>
    forms.TellOutcome.parse({ ref, interventionId: submitted, version: '3', state: 'acknowledged', at: today() }),
  ),
  row(withdrawIntervention, file('case:edit', 'draft'), ({ parts: { ref, draft } }) =>
    forms.WithdrawIntervention.parse({ ref, interventionId: draft, version: '1', reason: 'not now' }),
  ),
]
