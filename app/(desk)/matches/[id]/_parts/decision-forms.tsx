import { Asked } from '@/app/ui/asked'
import { PostForm } from '@/app/ui/post-form'
import { optionsOf, words } from '@/app/words'
import type { DecisionView } from '@/db/matches/read-match'
import { matchDecisions } from '@/lib/matches/decisions'
import { approveMatchAction, decideMatchAction, declineMatchAction, undoMatchAction } from '../actions'
import type { OfPair } from './decisions'

type OfDecision = { of: OfPair; decision: DecisionView }

const hiddenOf = ({ of: { view }, decision }: OfDecision) => ({
  pairId: view.id,
  sameId: decision.id,
  version: String(decision.version),
})

const askedOf = ({ view, standing, asked }: OfPair) => ({
  at: `/matches/${view.id}`,
  asked,
  close: words(standing.look.locale)('matches.close'),
})

/** The same, two people, or nobody can tell: with the reason, which whoever comes after reads. */
export function Decide({ view, standing }: OfPair) {
  const { locale } = standing.look
  const t = words(locale)
  if (!view.can.decide) return <p className="hint">{t('matches.readOnly')}</p>
  return (
    <PostForm
      action={decideMatchAction}
      id="decide-match"
      form={standing.form('match.decide')}
      hidden={{ pairId: view.id, version: String(view.version) }}
      fields={[
        {
          name: 'decision',
          kind: 'radio',
          label: t('matches.decision'),
          hint: t('matches.decisionHint'),
          options: optionsOf(locale, 'matchDecisions', matchDecisions),
          required: true,
        },
        { name: 'reason', kind: 'prose', label: t('matches.reason'), required: true, wide: true },
      ]}
      submit={t('matches.decide')}
      errors={{ conflict: t('matches.decidedMeanwhile') }}
      locale={locale}
    />
  )
}

function Approve({ of, decision }: OfDecision) {
  const { locale } = of.standing.look
  const t = words(locale)
  return (
    <Asked
      {...askedOf(of)}
      id={`approve-${decision.id}`}
      title={t('matches.approveTitle')}
      draw={() => (
        <>
          <p className="hint">{t('matches.approveLead')}</p>
          <PostForm
            action={approveMatchAction}
            id={`approve-${decision.id}`}
            form={of.standing.form('match.settle')}
            hidden={hiddenOf({ of, decision })}
            fields={[{ name: 'reason', kind: 'prose', label: t('matches.note'), required: false, wide: true }]}
            submit={t('matches.approve')}
            errors={{ forbidden: t('matches.notOwn'), conflict: t('matches.decidedMeanwhile') }}
            locale={locale}
          />
        </>
      )}
    />
  )
}

function Decline({ of, decision }: OfDecision) {
  const { locale } = of.standing.look
  const t = words(locale)
  return (
    <Asked
      {...askedOf(of)}
      id={`decline-${decision.id}`}
      title={t('matches.declineTitle')}
      draw={() => (
        <PostForm
          action={declineMatchAction}
          id={`decline-${decision.id}`}
          form={of.standing.form('match.settle')}
          hidden={hiddenOf({ of, decision })}
          fields={[{ name: 'reason', kind: 'prose', label: t('matches.reason'), required: true, wide: true }]}
          submit={t('matches.decline')}
          errors={{ forbidden: t('matches.notOwn'), conflict: t('matches.decidedMeanwhile') }}
          locale={locale}
        />
      )}
    />
  )
}

/** Nobody approves his own; a coordinator of either team who reads both files decides. */
export function Settle(props: OfDecision) {
  const t = words(props.of.standing.look.locale)
  if (props.decision.isOwn) return <p className="hint">{t('matches.ownWaits')}</p>
  if (!props.of.view.can.settle) return <p className="hint">{t('matches.waitsForLead')}</p>
  return (
    <>
      <Approve {...props} />
      <Decline {...props} />
    </>
  )
}

export function Undo({ of, decision }: OfDecision) {
  const { locale } = of.standing.look
  const t = words(locale)
  if (!of.view.can.decide) return null
  return (
    <Asked
      {...askedOf(of)}
      id={`undo-${decision.id}`}
      title={t('matches.undoTitle')}
      draw={() => (
        <PostForm
          action={undoMatchAction}
          id={`undo-${decision.id}`}
          form={of.standing.form('match.undo')}
          hidden={hiddenOf({ of, decision })}
          fields={[{ name: 'reason', kind: 'prose', label: t('matches.reason'), required: true, wide: true }]}
          submit={t('matches.undo')}
          errors={{ conflict: t('matches.decidedMeanwhile') }}
          locale={locale}
          kind="plain"
        />
      )}
    />
  )
}
