import { z } from 'zod'
import { OpenCase, Ref } from '@/lib/cases/forms'
import { consentCapacities, consentDecisions, consentMethods, consentScopes } from '@/lib/consents/consents'
import { partialDate } from '@/lib/dates/form'
import { nameKinds, nameSchemes } from '@/lib/people/names'
import { sexes } from '@/lib/people/people'
import { checkbox, choice, line, prose, uuid, whole } from '@/lib/text'
import { hasKin, kinIn } from './kin'
import { keptOr } from './kept-or'
import {
  type AnswerPurpose,
  type AnswerState,
  type IntakeQuestion,
  answerPurposes,
  answerStates,
  protectedQuestions,
} from './questions'
import { answerSteps, interviewSteps, questionsOf } from './steps'

export const SendIntake = keptOr(OpenCase)
export type SendIntake = z.infer<typeof SendIntake>

export type Answered = {
  question: IntakeQuestion
  state: AnswerState
  value: string | undefined
  purpose: AnswerPurpose | undefined
}

const isProtected = (question: string) => protectedQuestions.some((one) => one === question)

const Answer = z.object({ text: prose({ max: 4000 }), state: choice(answerStates), purpose: choice(answerPurposes) })

type Sent = Record<string, unknown>

/** The family is answered by its rows as well as by words. */
const isTold = (sent: Sent, question: IntakeQuestion) => question === 'family' && hasKin(sent)

/** One question's fields: its text, `…State`, and for a protected characteristic `…Purpose`. Left alone it says nothing. */
function answerIn(sent: Sent, question: IntakeQuestion, ctx: z.RefinementCtx): Answered[] {
  const refuse = (field: string, message: string): [] => {
    ctx.addIssue({ code: 'custom', path: [field], message, input: null })
    return []
  }
  const names = { text: question, state: `${question}State`, purpose: `${question}Purpose` }
  const parsed = Answer.safeParse({ text: sent[names.text], state: sent[names.state], purpose: sent[names.purpose] })
  if (!parsed.success) {
    const [{ path, message } = { path: [], message: 'invalid' }] = parsed.error.issues
    return refuse(path[0] === 'state' ? names.state : path[0] === 'purpose' ? names.purpose : question, message)
  }
  const { text, purpose } = parsed.data
  const isAnswered = text !== undefined || isTold(sent, question)
  const state = parsed.data.state ?? (isAnswered ? 'answered' : undefined)
  if (state === undefined) return []
  if (state === 'answered' && !isAnswered) return refuse(question, 'required')
  if (state !== 'answered' && isAnswered) return refuse(names.state, 'answer-is-written')
  if (state === 'answered' && isProtected(question) && purpose === undefined) return refuse(names.purpose, 'required')
  return [
    { question, state, value: text, purpose: isProtected(question) && state === 'answered' ? purpose : undefined },
  ]
}

/** A step of the interview: what was asked of its questions, on the second a name and the birth, on that of the family its people. */
export const RecordAnswers = z
  .object({
    ref: Ref,
    step: choice(answerSteps, { required: true }),
    again: prose({ max: 500 }),
    name: line({ max: 200 }),
    nameKind: choice(nameKinds),
    nameScheme: choice(nameSchemes),
    sex: choice(sexes),
    birth: partialDate(),
    personVersion: whole({ min: 1, max: 2 ** 31 - 1 }).optional(),
  })
  .loose()
  .transform(({ ref, step, again, name, nameKind, nameScheme, sex, birth, personVersion, ...sent }, ctx) => ({
    ref,
    step,
    again,
    name:
      name === undefined ? undefined : { text: name, kind: nameKind ?? 'as_reported', scheme: nameScheme ?? 'none' },
    person: sex === undefined || personVersion === undefined ? undefined : { sex, birth, version: personVersion },
    answers: questionsOf[step].flatMap((question) => answerIn(sent, question, ctx)),
    kin: step === 'family' ? kinIn(sent, ctx) : [],
  }))
export type RecordAnswers = z.infer<typeof RecordAnswers>

export const SendAnswers = keptOr(RecordAnswers)
export type SendAnswers = z.infer<typeof SendAnswers>

const ConsentHead = z.object({
  ref: Ref,
  givenBy: uuid({ required: true }),
  capacity: choice(consentCapacities, { required: true }),
  method: choice(consentMethods, { required: true }),
  at: partialDate({ required: true }),
  language: line({ max: 100, required: true }),
  interpreter: line({ max: 200 }),
  limits: prose({ max: 1000 }),
  assent: checkbox(),
})

const Decision = choice(consentDecisions.filter((decision) => decision !== 'lapsed'))

/** Scope by scope, and none is given by saying nothing about it. */
export const RecordConsents = ConsentHead.loose().transform((sent, ctx) => {
  const decisions = consentScopes.flatMap((scope) => {
    const { data: decision, success } = Decision.safeParse(sent[scope])
    if (!success) ctx.addIssue({ code: 'custom', path: [scope], message: 'not-on-list', input: null })
    return decision === undefined ? [] : [{ scope, decision }]
  })
  if (decisions.length === 0)
    ctx.addIssue({ code: 'custom', path: [consentScopes[0]], message: 'required', input: null })
  const { ref, givenBy, capacity, method, at, language, interpreter, limits, assent } = sent
  return { ref, givenBy, capacity, method, at, language, interpreter, limits, assent, decisions }
})
export type RecordConsents = z.infer<typeof RecordConsents>

export const FinishInterview = z.object({ ref: Ref })
export type FinishInterview = z.infer<typeof FinishInterview>

export const InterviewQuery = z.object({
  ref: z.string().max(40),
  step: z.enum(interviewSteps).optional().catch(undefined),
  ask: z.enum(protectedQuestions).optional().catch(undefined),
})
export type InterviewQuery = z.infer<typeof InterviewQuery>
