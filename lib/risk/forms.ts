import { z } from 'zod'
import { Ref, Version } from '@/lib/cases/forms'
import { choice, prose, uuid } from '@/lib/text'
import { riskFactors } from './risk-factors'
import { risks } from './risks'

export const AddRiskFactor = z.object({
  ref: Ref,
  factor: choice(riskFactors, { required: true }),
  note: prose({ max: 500 }),
})
export type AddRiskFactor = z.infer<typeof AddRiskFactor>

export const EndRiskFactor = z.object({ ref: Ref, factorId: uuid({ required: true }), version: Version })
export type EndRiskFactor = z.infer<typeof EndRiskFactor>

/** No override outlives a month: whoever still thinks so then says so again. */
export const overrideDays = ['1', '7', '14', '30'] as const

export const OverrideRisk = z.object({
  ref: Ref,
  risk: choice(risks, { required: true }),
  days: choice(overrideDays, { required: true }).transform(Number),
  reason: prose({ max: 500, required: true }),
})
export type OverrideRisk = z.infer<typeof OverrideRisk>

export const EndRiskOverride = z.object({ ref: Ref, overrideId: uuid({ required: true }), version: Version })
export type EndRiskOverride = z.infer<typeof EndRiskOverride>
