import type { FieldGroup, FieldSpec } from '@/app/ui/field-spec'
import { withTyped } from '@/app/ui/with-typed'
import { label, optionsOf, words } from '@/app/words'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { presentPartialDate } from '@/lib/dates/present-partial-date'
import { type IntakeQuestion, answerPurposes, answerStates, protectedQuestions } from '@/lib/intake/questions'
import { type AnswerStep, questionsOf } from '@/lib/intake/steps'
import { nameKinds, nameSchemes } from '@/lib/people/names'
import { sexes } from '@/lib/people/people'
import { kinGroups } from './kin-fields'
import type { Part } from './part'

const isProtected = (question: string) => protectedQuestions.some((one) => one === question)

/** An answer and, beside it, why there is none: nobody has to answer, and silence is no answer. */
function asked({ standing: { look } }: Part, question: IntakeQuestion): FieldGroup {
  const t = words(look.locale)
  const text: FieldSpec = { name: question, kind: 'prose', label: t('intake.answer'), required: false }
  const state: FieldSpec = {
    name: `${question}State`,
    kind: 'choice',
    label: t('intake.state'),
    options: optionsOf(look.locale, 'answerStates', answerStates),
    required: false,
  }
  const purpose: FieldSpec = {
    name: `${question}Purpose`,
    kind: 'choice',
    label: t('intake.purpose'),
    hint: t('intake.purposeHint'),
    options: optionsOf(look.locale, 'answerPurposes', answerPurposes),
    required: false,
  }
  const legend = label(look.locale, 'intakeQuestions', question)
  return { legend, fields: isProtected(question) ? [text, state, purpose] : [text, state] }
}

function nameGroups({ view, standing: { look } }: Part): FieldGroup[] {
  const t = words(look.locale)
  const subject = view.people.find(({ id }) => id === view.subject.id)
  const birth = subject?.birth ? presentPartialDate(fromEdtf(subject.birth), look.locale) : ''
  const code = (name: string, key: 'nameKinds' | 'nameSchemes' | 'sexes', codes: readonly string[]): FieldSpec => ({
    name,
    kind: 'choice',
    label: t(`intake.${name === 'nameKind' ? 'nameKind' : name === 'nameScheme' ? 'nameScheme' : 'sex'}`),
    options: optionsOf(look.locale, key, codes),
    required: false,
  })
  return [
    {
      legend: t('intake.anotherName'),
      hint: subject?.names.map(({ text }) => text).join(' · '),
      fields: [
        { name: 'name', kind: 'text', label: t('newCase.name'), required: false },
        code('nameKind', 'nameKinds', nameKinds),
        code('nameScheme', 'nameSchemes', nameSchemes),
      ],
      likely: true,
    },
    {
      legend: t('intake.birth'),
      fields: [
        { ...code('sex', 'sexes', sexes), value: subject?.sex },
        { name: 'birth', kind: 'date', label: t('intake.birthDate'), required: false, value: birth },
      ],
    },
  ]
}

const again = ({ view, standing: { look } }: Part): FieldGroup[] => {
  if (view.earlier.length === 0) return []
  const t = words(look.locale)
  return [
    {
      legend: t('intake.again'),
      hint: t('intake.againHint'),
      fields: [{ name: 'again', kind: 'prose', label: t('intake.againReason'), required: true, wide: true }],
    },
  ]
}

/** What stands, as a form would have sent it; a family told in rows alone has no words to send again. */
const stood = ({ view }: Part): Record<string, string> =>
  Object.fromEntries(
    view.answers.flatMap(({ question, state, value, purpose }) => [
      [question, value ?? ''],
      [`${question}State`, state === 'answered' && value === null ? '' : state],
      [`${question}Purpose`, purpose ?? ''],
    ]),
  )

/** The questions of one step, with what stands or, newer, what was typed and not sent. A protected one waits until it is asked for. */
export function stepFields(part: Part, step: AnswerStep, ask: string | undefined): FieldGroup[] {
  const questions = questionsOf[step].filter((question) => !isProtected(question) || question === ask)
  const groups = [
    ...(step === 'explain' ? again(part) : []),
    ...(step === 'names' ? nameGroups(part) : []),
    ...(step === 'family' ? kinGroups(part) : []),
    ...questions.map((question) => asked(part, question)),
  ]
  return withTyped(groups, { ...stood(part), ...part.view.draft?.fields })
}
