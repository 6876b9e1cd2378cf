import { personName } from '@/app/(desk)/cases/[ref]/person-name'
import { Card } from '@/app/ui/card'
import { Definitions } from '@/app/ui/definitions'
import { Empty } from '@/app/ui/empty'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { label, words } from '@/app/words'
import { consentScopes } from '@/lib/consents/consents'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { presentPartialDate } from '@/lib/dates/present-partial-date'
import { protectedQuestions } from '@/lib/intake/questions'
import { finishInterviewAction } from '../actions'
import { type Part, nameOf } from './part'

const isShut = (question: string, ask: string | undefined) =>
  question !== ask && protectedQuestions.some((one) => one === question)

/** The answers that stand, each with who wrote it down and when; a protected one is shown when it is asked for. */
export function AnswersThatStand({ ask, ...part }: Part & { ask?: string }) {
  const { view, standing } = part
  const { look } = standing
  const t = words(look.locale)
  const items = view.answers.map(({ question, state, value, purpose, recordedBy, recordedAt }) => ({
    key: question,
    term: label(look.locale, 'intakeQuestions', question),
    value: (
      <>
        {isShut(question, ask) ? (
          <a href={`/cases/${view.head.ref}/intake?ask=${question}`}>{t('intake.show')}</a>
        ) : (
          <span className="text">{value ?? label(look.locale, 'answerStates', state)}</span>
        )}{' '}
        <small className="hint">
          {purpose && `${label(look.locale, 'answerPurposes', purpose)} · `}
          {instantText(recordedAt, look)} · {nameOf(part, recordedBy)}
        </small>
      </>
    ),
  }))
  return (
    <Card id="answers" title={t('intake.answers')}>
      {items.length === 0 ? <Empty why={t('intake.answersEmpty')} /> : <Definitions items={items} />}
      {view.head.can.edit && view.mayFinish && (
        <PostForm
          action={finishInterviewAction}
          id="finish"
          form={standing.form('intake.finish')}
          fields={[]}
          hidden={{ ref: view.head.ref }}
          submit={t('intake.finish')}
          locale={look.locale}
        />
      )}
    </Card>
  )
}

/** What is allowed, scope by scope: what nobody spoke of is not given. */
export function ConsentCard(part: Part) {
  const { view, standing } = part
  const { look } = standing
  const t = words(look.locale)
  const items = consentScopes.map((scope) => {
    const stands = view.consents.find((one) => one.scope === scope)
    const giver = view.people.find(({ id }) => id === stands?.givenBy)
    const at = stands && presentPartialDate(fromEdtf(stands.at), look.locale)
    return {
      key: scope,
      term: label(look.locale, 'consentScopes', scope),
      value: stands ? (
        <>
          <strong>{label(look.locale, 'consentDecisions', stands.decision)}</strong>{' '}
          <small className="hint">
            {[
              at,
              giver && personName(giver, look.locale),
              label(look.locale, 'consentCapacities', stands.capacity),
              label(look.locale, 'consentMethods', stands.method),
              stands.language,
              nameOf(part, stands.recordedBy),
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </>
      ) : (
        t('intake.notGiven')
      ),
    }
  })
  return (
    <Card id="consents" title={t('intake.consents')}>
      <Definitions items={items} />
    </Card>
  )
}
