import type { Answered, RecordAnswers } from '@/lib/intake/forms'
import { isKinField } from '@/lib/intake/kin'
import { type Likeness, isLikenessField } from '@/lib/intake/likeness'
import { type AnswerStep, questionsOf } from '@/lib/intake/steps'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { addName } from '../people/add-name'
import { editPerson } from '../people/edit-person'
import { intakeAnswers } from '../schema'
import { addKin } from './add-kin'
import { findSubject } from './find-subject'
import { findAnswered, recordLikeness } from './record-likeness'
import { settleDraft } from './settle-draft'
import { type StandingAnswer, standingAnswers } from './standing-answers'

const oneInterviewMs = 12 * 3_600_000

/** Nobody is asked the same twice without a reason: what was said on an earlier day stands beside the first step. */
export const askedEarlier = (standing: readonly StandingAnswer[], now: Date): StandingAnswer[] =>
  standing.filter(({ recordedAt }) => now.getTime() - recordedAt.getTime() > oneInterviewMs)

function withReason({ answers, again }: RecordAnswers): Answered[] {
  if (again === undefined) return answers
  const said = answers.find(({ question }) => question === 'asked_before')?.value
  const asked: Answered = {
    question: 'asked_before',
    state: 'answered',
    value: [said, again].filter((text) => text !== undefined).join('\n'),
    purpose: undefined,
  }
  return [...answers.filter(({ question }) => question !== 'asked_before'), asked]
}

const isSame = (answer: Answered) => (standing: StandingAnswer) =>
  standing.question === answer.question &&
  standing.state === answer.state &&
  standing.value === (answer.value ?? null) &&
  standing.purpose === (answer.purpose ?? null)

const personFields = ['again', 'name', 'nameKind', 'nameScheme', 'sex', 'birth', 'personVersion']

const isOfStep = (step: AnswerStep) => (field: string) =>
  personFields.includes(field) ||
  (step === 'names' && isLikenessField(field)) ||
  (step === 'family' && isKinField(field)) ||
  questionsOf[step].some((question) => field.replace(/(State|Purpose)$/, '') === question)

/** Records one step of an interview. An answer is a row that stays; the newest to a question is the one that stands. */
export const recordAnswers = verb(
  'intake.record',
  async (ctx: Ctx, input: RecordAnswers & { likeness?: readonly Likeness[] }) => {
    const file = await findFile(ctx, input.ref, 'case:edit')
    const [caseId, subject] = [file.id, await findSubject(ctx, file.id)]
    const personId = subject.id
    const standing = await standingAnswers(ctx, { caseId, personId })
    if (input.step === 'explain' && askedEarlier(standing, ctx.now).length > 0 && input.again === undefined)
      throw new Refusal('invalid', { again: 'required' })
    const news = withReason(input).filter((answer) => !standing.some(isSame(answer)))
    const rows = news.map(({ question, state, value, purpose }) => {
      const id = newId()
      const sealed = ctx.vault.sealOptional('intake_answer.value', { caseId, personId, rowId: id }, value)
      return { id, caseId, question, state, value: sealed, purpose, recordedBy: ctx.actor.id, recordedAt: ctx.now }
    })
    if (rows.length > 0) await ctx.db.insert(intakeAnswers).values(rows)
    const { ref, name, person, kin } = input
    for (const one of kin) await addKin(ctx, { ref, subject: personId }, one)
    if (name) await addName(ctx, { ref, personId, ...name, primary: false })
    const birth = ctx.vault.openOptional('person.birth', { caseId, personId, rowId: personId }, subject.birth)
    if (person && (person.sex !== subject.sex || (person.birth?.edtf ?? null) !== birth))
      await editPerson(ctx, { ref, personId, ...person })
    await recordLikeness(ctx, await findAnswered(ctx, input.likeness ?? []), caseId)
    await settleDraft(ctx, caseId, isOfStep(input.step))
    const details = { step: input.step, questions: news.map(({ question }) => question), kin: kin.length }
    await record(ctx, 'intake.record', { caseId, teamId: file.teamId, objectIds: [personId], details })
    return { id: caseId, ref: file.ref, step: input.step }
  },
)
