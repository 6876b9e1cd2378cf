'use server'

import { action } from '@/app/door'
import { approveIntervention } from '@/db/interventions/approve-intervention'
import { changeIntervention } from '@/db/interventions/change-intervention'
import { draftIntervention } from '@/db/interventions/draft-intervention'
import { overrideConsent } from '@/db/interventions/override-consent'
import { submitIntervention } from '@/db/interventions/submit-intervention'
import { tellOutcome } from '@/db/interventions/tell-outcome'
import { withdrawIntervention } from '@/db/interventions/withdraw-intervention'
import {
  ApproveIntervention,
  ChangeIntervention,
  DraftIntervention,
  OverrideConsent,
  SubmitIntervention,
  TellOutcome,
  WithdrawIntervention,
} from '@/lib/interventions/forms'
import { backToIntervention } from './back-to-intervention'

export const draftInterventionAction = action(DraftIntervention, draftIntervention, backToIntervention)
export const changeInterventionAction = action(ChangeIntervention, changeIntervention, backToIntervention)
export const approveInterventionAction = action(ApproveIntervention, approveIntervention, backToIntervention)
export const overrideConsentAction = action(OverrideConsent, overrideConsent, backToIntervention)
export const submitInterventionAction = action(SubmitIntervention, submitIntervention, backToIntervention)
export const tellOutcomeAction = action(TellOutcome, tellOutcome, backToIntervention)
export const withdrawInterventionAction = action(WithdrawIntervention, withdrawIntervention, backToIntervention)
