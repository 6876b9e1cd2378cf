'use server'

import { action } from '@/app/door'
import { addRiskFactor, endRiskFactor } from '@/db/risk/add-risk-factor'
import { endRiskOverride, overrideRisk } from '@/db/risk/override-risk'
import { AddRiskFactor, EndRiskFactor, EndRiskOverride, OverrideRisk } from '@/lib/risk/forms'
import { backToSituation } from './back-to-situation'

export const addRiskFactorAction = action(AddRiskFactor, addRiskFactor, backToSituation('risk'))
export const endRiskFactorAction = action(EndRiskFactor, endRiskFactor, backToSituation('risk'))
export const overrideRiskAction = action(OverrideRisk, overrideRisk, backToSituation('risk'))
export const endRiskOverrideAction = action(EndRiskOverride, endRiskOverride, backToSituation('risk'))
