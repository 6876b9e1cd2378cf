import { z } from 'zod'
import { Ref, Version } from '@/lib/cases/forms'
import { partialDate } from '@/lib/dates/form'
import { choice, line, prose, uuid } from '@/lib/text'
import {
  type DisclosedField,
  type Harmed,
  type InterventionType,
  type Mechanism,
  disclosedFields,
  harmed,
  impacts,
  interventionOutcomes,
  interventionTypes,
  legalBases,
  mechanisms,
} from './interventions'
import { tellings } from './may-step'
import { goesTo } from './scopes'

/** The box of one thing that is told of the person. */
export const discloseFieldOf = (field: DisclosedField): string => `disclose-${field}`

/** The question of what harm may come to somebody. */
export const harmFieldOf = (who: Harmed) => `harm-${who}` as const

const harm = prose({ max: 1000, required: true })

const harmFields = {
  'harm-subject': harm,
  'harm-kinOrigin': harm,
  'harm-kinTransit': harm,
  'harm-source': harm,
  'harm-staff': harm,
} satisfies Record<ReturnType<typeof harmFieldOf>, typeof harm>

/** What is submitted: to whom, what is asked of them, what of the person is told, and the harm that was weighed. */
export type Appeal = {
  type: InterventionType
  mechanism: Mechanism
  addressee: string
  requestedAction: string
  disclosed: DisclosedField[]
  harm: Record<Harmed, string>
}

const fields = {
  type: choice(interventionTypes, { required: true }),
  mechanism: choice(mechanisms, { required: true }),
  addressee: line({ max: 200, required: true }),
  requestedAction: prose({ max: 4000, required: true }),
  ...harmFields,
}

type Sent = z.output<z.ZodObject<typeof fields, z.core.$loose>>

/** An intervention tells something of a person, or it is none; and it goes to a body of its own kind. */
function appealIn(sent: Sent, ctx: z.RefinementCtx): Appeal {
  const { type, mechanism, addressee, requestedAction } = sent
  const disclosed = disclosedFields.filter((field) => sent[discloseFieldOf(field)] === 'on')
  const refuse = (field: string, message: string) =>
    ctx.addIssue({ code: 'custom', path: [field], message, input: null })
  if (disclosed.length === 0) refuse(discloseFieldOf(disclosedFields[0]), 'required')
  if (!goesTo(type, mechanism)) refuse('mechanism', 'other-body')
  return { type, mechanism, addressee, requestedAction, disclosed, harm: harmIn(sent) }
}

const harmIn = (sent: Sent): Appeal['harm'] => ({
  subject: sent['harm-subject'],
  kinOrigin: sent['harm-kinOrigin'],
  kinTransit: sent['harm-kinTransit'],
  source: sent['harm-source'],
  staff: sent['harm-staff'],
})

/** What was weighed, as it is kept. */
export const Harm = z.object({
  subject: z.string(),
  kinOrigin: z.string(),
  kinTransit: z.string(),
  source: z.string(),
  staff: z.string(),
} satisfies Record<Harmed, z.ZodString>)

export const DraftIntervention = z
  .looseObject({ ref: Ref, ...fields })
  .transform((sent, ctx) => ({ ref: sent.ref, ...appealIn(sent, ctx) }))
export type DraftIntervention = z.infer<typeof DraftIntervention>

const ofIntervention = { ref: Ref, interventionId: uuid({ required: true }), version: Version }

export const ChangeIntervention = z.looseObject({ ...ofIntervention, ...fields }).transform((sent, ctx) => {
  const { ref, interventionId, version } = sent
  return { ref, interventionId, version, ...appealIn(sent, ctx) }
})
export type ChangeIntervention = z.infer<typeof ChangeIntervention>

export const ApproveIntervention = z.object({ ...ofIntervention, note: prose({ max: 1000 }) })
export type ApproveIntervention = z.infer<typeof ApproveIntervention>

/** A day of the calendar and nothing wider. */
const wholeDay = partialDate().transform((date, ctx): string | undefined => {
  if (date === undefined) return undefined
  if (date.from !== null && date.precision === 'day' && !date.approximate && !date.uncertain) return date.from
  ctx.addIssue({ code: 'custom', message: 'whole-day-needed', input: '' })
  return z.NEVER
})

export const SubmitIntervention = z.object({ ...ofIntervention, replyDue: wholeDay, note: prose({ max: 1000 }) })
export type SubmitIntervention = z.infer<typeof SubmitIntervention>

/** What the body said or did. An answer and an end have an outcome, also where it is that no answer came. */
export const TellOutcome = z
  .object({
    ...ofIntervention,
    state: choice(tellings, { required: true }),
    at: partialDate({ required: true }),
    outcome: choice(interventionOutcomes),
    impact: choice(impacts),
    note: prose({ max: 2000 }),
  })
  .refine(({ state, outcome }) => outcome !== undefined || (state !== 'replied' && state !== 'closed'), {
    path: ['outcome'],
    message: 'required',
  })
export type TellOutcome = z.infer<typeof TellOutcome>

export const WithdrawIntervention = z.object({ ...ofIntervention, reason: prose({ max: 1000, required: true }) })
export type WithdrawIntervention = z.infer<typeof WithdrawIntervention>

export const OverrideConsent = z.object({
  ...ofIntervention,
  basis: choice(legalBases, { required: true }),
  reason: prose({ max: 2000, required: true }),
})
export type OverrideConsent = z.infer<typeof OverrideConsent>

/** An override as its proposal keeps it: `scopes` are the purposes that nothing allowed when it was asked for. */
export const ProposedOverride = z.object({
  interventionId: z.uuid(),
  version: z.number(),
  type: z.enum(interventionTypes),
  mechanism: z.enum(mechanisms),
  basis: z.enum(legalBases),
  reason: z.string(),
  scopes: z.array(z.string()),
})
export type ProposedOverride = z.infer<typeof ProposedOverride>

/** Every answer of an appeal by the name of its field, as a form shows it. */
export const appealTexts = ({ type, mechanism, addressee, requestedAction, disclosed, harm: weighed }: Appeal) => ({
  type,
  mechanism,
  addressee,
  requestedAction,
  ...Object.fromEntries(
    disclosedFields.map((field) => [discloseFieldOf(field), disclosed.includes(field) ? 'on' : '']),
  ),
  ...Object.fromEntries(harmed.map((who) => [harmFieldOf(who), weighed[who]])),
})
