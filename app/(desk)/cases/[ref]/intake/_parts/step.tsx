import { savingWords } from '@/app/(desk)/drafts/saving-words'
import { Autosave } from '@/app/ui/autosave'
import { Card } from '@/app/ui/card'
import { Definitions } from '@/app/ui/definitions'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { label, words } from '@/app/words'
import { protectedQuestions } from '@/lib/intake/questions'
import type { InterviewStep } from '@/lib/intake/steps'
import { recordAnswersAction, recordConsentsAction } from '../actions'
import { consentFields } from './consent-fields'
import { type Part, nameOf } from './part'
import { stepFields } from './step-fields'

type StepProps = Part & { step: InterviewStep; ask?: string }

/** What was said on an earlier day, so that nobody is made to say it twice. */
function Earlier(part: Part) {
  const { view, standing } = part
  const { look } = standing
  if (view.earlier.length === 0) return null
  const items = view.earlier.map(({ question, recordedBy, recordedAt }) => ({
    term: label(look.locale, 'intakeQuestions', question),
    value: `${instantText(recordedAt, look)} · ${nameOf(part, recordedBy)}`,
  }))
  return (
    <>
      <h3>{words(look.locale)('intake.earlier')}</h3>
      <Definitions items={items} />
    </>
  )
}

/** Protected characteristics stay shut until one of them is asked for, with its purpose. */
function Asking({ view, standing, ask }: StepProps) {
  const { locale } = standing.look
  const rest = protectedQuestions.filter((question) => question !== ask)
  return (
    <ul className="asking">
      {rest.map((question) => (
        <li key={question}>
          <a href={`/cases/${view.head.ref}/intake?step=protected&ask=${question}`}>
            {words(locale)('intake.ask', { what: label(locale, 'intakeQuestions', question) })}
          </a>
        </li>
      ))}
    </ul>
  )
}

function StepForm({ step, ask, ...part }: StepProps) {
  const { view, standing } = part
  const { locale, zone } = standing.look
  const t = words(locale)
  const door = standing.form('draft.save')
  const [page = ''] = door.split('.')
  const { id, version } = view.draft ?? { id: page, version: 0 }
  const kept = { ref: view.head.ref, draft: id, page, version: String(version) }
  const isConsent = step === 'consent'
  if (step === 'protected' && ask === undefined) return null
  return (
    <>
      <PostForm
        action={isConsent ? recordConsentsAction : recordAnswersAction}
        id="interview"
        form={standing.form(isConsent ? 'consent.record' : 'intake.record')}
        fields={isConsent ? consentFields(part) : stepFields(part, step, ask)}
        hidden={{ ...kept, step, personVersion: String(view.subject.version) }}
        submit={t(isConsent ? 'intake.sendConsents' : 'intake.send')}
        {...(view.mayDraft && !isConsent && { later: t('intake.later') })}
        free={view.mayDraft}
        locale={locale}
      />
      {view.mayDraft && (
        <Autosave
          form="interview"
          door={door}
          version={version}
          at={`/cases/${view.head.ref}/intake?step=${step}${ask === undefined ? '' : `&ask=${ask}`}`}
          words={savingWords(locale)}
          locale={locale}
          zone={zone}
        />
      )}
    </>
  )
}

export function Step(props: StepProps) {
  const { step, standing } = props
  const t = words(standing.look.locale)
  return (
    <Card id="step" title={label(standing.look.locale, 'interviewSteps', step)}>
      <p className="hint">{t(`intake.leads.${step}`)}</p>
      {step === 'explain' && <Earlier view={props.view} standing={standing} />}
      {step === 'protected' && <Asking {...props} />}
      <StepForm {...props} />
    </Card>
  )
}
