'use server'

import { action } from '@/app/door'
import { closeCase } from '@/db/cases/close-case'
import { monitorCase } from '@/db/cases/monitor-case'
import { reopenCase } from '@/db/cases/reopen-case'
import { approveProposal } from '@/db/proposals/approve-proposal'
import { declineProposal, withdrawProposal } from '@/db/proposals/decline-proposal'
import { addRiskFactor, endRiskFactor } from '@/db/risk/add-risk-factor'
import { endRiskOverride, overrideRisk } from '@/db/risk/override-risk'
import {
  ApproveProposal,
  CloseCase,
  DeclineProposal,
  MonitorCase,
  ReopenCase,
  WithdrawProposal,
} from '@/lib/decisions/forms'
import { AddRiskFactor, EndRiskFactor, EndRiskOverride, OverrideRisk } from '@/lib/risk/forms'
import { backToSituation } from './back-to-situation'

export const addRiskFactorAction = action(AddRiskFactor, addRiskFactor, backToSituation('risk'))
export const endRiskFactorAction = action(EndRiskFactor, endRiskFactor, backToSituation('risk'))
export const overrideRiskAction = action(OverrideRisk, overrideRisk, backToSituation('risk'))
export const endRiskOverrideAction = action(EndRiskOverride, endRiskOverride, backToSituation('risk'))
export const approveProposalAction = action(ApproveProposal, approveProposal, backToSituation('proposals'))
export const declineProposalAction = action(DeclineProposal, declineProposal, backToSituation('proposals'))
export const withdrawProposalAction = action(WithdrawProposal, withdrawProposal, backToSituation('proposals'))
export const closeCaseAction = action(CloseCase, closeCase, backToSituation('proposals'))
export const reopenCaseAction = action(ReopenCase, reopenCase, backToSituation('work'))
export const monitorCaseAction = action(MonitorCase, monitorCase, backToSituation('work'))
