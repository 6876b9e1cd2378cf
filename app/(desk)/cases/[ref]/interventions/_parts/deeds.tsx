import { Asked } from '@/app/ui/asked'
import { PostForm, type PostFormProps } from '@/app/ui/post-form'
import { words } from '@/app/words'
import type { AuditDeed } from '@/lib/audit/deeds'
import { missingIn } from '@/lib/interventions/coverage'
import { appealTexts } from '@/lib/interventions/forms'
import { nextTellings } from '@/lib/interventions/may-step'
import {
  approveInterventionAction,
  changeInterventionAction,
  overrideConsentAction,
  submitInterventionAction,
  tellOutcomeAction,
  withdrawInterventionAction,
} from '../actions'
import { appealFields, noteField, overrideFields, submitFields, tellFields } from './intervention-fields'
import { type OfIntervention, askedOf, hiddenOf } from './part'

type DeedProps = Pick<PostFormProps, 'action' | 'fields' | 'submit' | 'errors'> & {
  of: OfIntervention
  deed: AuditDeed
  title: string
  lead?: string
}

/** One deed on one intervention, behind its link. */
function Deed({ of, deed, title, lead, ...form }: DeedProps) {
  const { one, standing } = of
  const id = `${deed.replace('intervention.', '')}-${one.id}`
  return (
    <Asked
      {...askedOf(of)}
      id={id}
      title={title}
      draw={() => (
        <>
          {lead && <p className="hint">{lead}</p>}
          <PostForm {...form} id={id} form={standing.form(deed)} hidden={hiddenOf(of)} locale={standing.look.locale} />
        </>
      )}
    />
  )
}

/** What another decides: nobody on a draft of his own, and a coordinator alone. */
function Decision({ otherwise, ...deed }: Omit<DeedProps, 'errors'> & { otherwise?: { own: string; lead: string } }) {
  const { one, view, standing } = deed.of
  const t = words(standing.look.locale)
  if (one.isOwn || !view.head.can.decide) {
    return otherwise ? <p className="hint">{one.isOwn ? otherwise.own : otherwise.lead}</p> : null
  }
  const errors = { forbidden: t('interventions.notOwn'), conflict: t('interventions.changedMeanwhile') }
  return <Deed {...deed} errors={errors} />
}

function Approving(of: OfIntervention) {
  const { locale } = of.standing.look
  const t = words(locale)
  return (
    <Decision
      of={of}
      deed="intervention.approve"
      action={approveInterventionAction}
      title={t('interventions.approve')}
      lead={t('interventions.approveLead')}
      fields={[noteField(locale)]}
      submit={t('interventions.approve')}
      otherwise={{ own: t('interventions.ownDraft'), lead: t('interventions.waitsForLead') }}
    />
  )
}

function Overriding(of: OfIntervention) {
  const { locale } = of.standing.look
  const t = words(locale)
  return (
    <Decision
      of={of}
      deed="intervention.override"
      action={overrideConsentAction}
      title={t('interventions.override')}
      lead={t('interventions.overrideLead')}
      fields={overrideFields(locale)}
      submit={t('interventions.overrideSend')}
    />
  )
}

function Writing(of: OfIntervention) {
  const { locale } = of.standing.look
  const t = words(locale)
  return (
    <Deed
      of={of}
      deed="intervention.change"
      action={changeInterventionAction}
      title={t('interventions.change')}
      fields={appealFields(locale, appealTexts(of.one))}
      submit={t('interventions.saveDraft')}
    />
  )
}

function Sending(of: OfIntervention) {
  const { locale } = of.standing.look
  const t = words(locale)
  return (
    <Deed
      of={of}
      deed="intervention.submit"
      action={submitInterventionAction}
      title={t('interventions.submit')}
      lead={t('interventions.submitLead')}
      fields={submitFields(locale)}
      submit={t('interventions.submit')}
      errors={{ conflict: t('interventions.changedMeanwhile') }}
    />
  )
}

function Telling(of: OfIntervention) {
  const t = words(of.standing.look.locale)
  return (
    <Deed
      of={of}
      deed="intervention.tell"
      action={tellOutcomeAction}
      title={t('interventions.tell')}
      fields={tellFields(of)}
      submit={t('interventions.record')}
      errors={{ conflict: t('interventions.changedMeanwhile') }}
    />
  )
}

function Withdrawing(of: OfIntervention) {
  const t = words(of.standing.look.locale)
  return (
    <Deed
      of={of}
      deed="intervention.withdraw"
      action={withdrawInterventionAction}
      title={t('interventions.withdraw')}
      fields={[{ name: 'reason', kind: 'prose', label: t('interventions.withdrawWhy'), required: true, wide: true }]}
      submit={t('interventions.withdraw')}
      errors={{ conflict: t('interventions.changedMeanwhile') }}
    />
  )
}

/** What can be done with it next, by whom. What may not be told is neither approved nor sent, so nobody is offered to. */
export function Deeds(of: OfIntervention) {
  const { one, view } = of
  const { state } = one
  if (!view.head.can.edit || state === 'closed' || state === 'withdrawn') return null
  const isMissing = missingIn(one.coverage).length > 0
  return (
    <>
      {state === 'draft' && !isMissing && <Approving {...of} />}
      {state === 'approved' && !isMissing && <Sending {...of} />}
      {(state === 'draft' || state === 'approved') && isMissing && <Overriding {...of} />}
      {state === 'draft' && <Writing {...of} />}
      {nextTellings(state).length > 0 && <Telling {...of} />}
      <Withdrawing {...of} />
    </>
  )
}
