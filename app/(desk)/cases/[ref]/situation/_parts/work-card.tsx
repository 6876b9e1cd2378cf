import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import type { FieldSpec } from '@/app/ui/field-spec'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { label, optionsOf, words } from '@/app/words'
import { closingReasons, reopeningReasons } from '@/lib/cases/closing'
import { closeCaseAction, monitorCaseAction, reopenCaseAction } from '../actions'
import { type Part, askedOf } from './part'
import { dropField } from './proposal-forms'
import { Saved } from '../../_parts/saved'

const hiddenOf = ({ view: { head } }: Part) => ({ ref: head.ref, version: String(head.version) })

function reasonFields(part: Part, list: 'closingReasons' | 'reopeningReasons'): FieldSpec[] {
  const { locale } = part.standing.look
  const t = words(locale)
  const isClosing = list === 'closingReasons'
  const options = optionsOf(locale, list, isClosing ? closingReasons : reopeningReasons)
  return [
    {
      name: 'reason',
      kind: 'choice',
      label: t(isClosing ? 'decisions.closingReason' : 'decisions.reopeningReason'),
      options,
      required: true,
    },
    { name: 'note', kind: 'prose', label: t('decisions.closingNote'), required: false, wide: true },
  ]
}

function Monitoring(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  const to = view.head.workflow === 'active' ? 'monitoring' : 'active'
  return (
    <PostForm
      action={monitorCaseAction}
      id="monitor"
      form={standing.form('case.monitor')}
      hidden={{ ...hiddenOf(part), to }}
      fields={[]}
      submit={t(to === 'active' ? 'decisions.toActive' : 'decisions.toMonitoring')}
      locale={locale}
      kind="plain"
      inline
    />
  )
}

function Reopening(part: Part) {
  const { locale } = part.standing.look
  const t = words(locale)
  return (
    <Asked
      {...askedOf(part)}
      id="reopen"
      title={t('decisions.reopen')}
      draw={() => (
        <PostForm
          action={reopenCaseAction}
          id="reopen"
          form={part.standing.form('case.reopen')}
          hidden={hiddenOf(part)}
          fields={reasonFields(part, 'reopeningReasons')}
          submit={t('decisions.reopen')}
          locale={locale}
        />
      )}
    />
  )
}

function Closing(part: Part) {
  const { locale } = part.standing.look
  const t = words(locale)
  return (
    <Asked
      {...askedOf(part)}
      id="close"
      title={t('decisions.propose')}
      draw={() => (
        <>
          <p className="hint">{t('decisions.closingLead')}</p>
          <PostForm
            action={closeCaseAction}
            id="close"
            form={part.standing.form('case.close')}
            hidden={hiddenOf(part)}
            fields={[...reasonFields(part, 'closingReasons'), dropField(part, false)]}
            submit={t('decisions.propose')}
            locale={locale}
          />
        </>
      )}
    />
  )
}

type Step = Part['view']['steps'][number]

function stepText(step: Step, locale: Part['standing']['look']['locale']): string {
  const moved = words(locale)('decisions.stepTo', {
    from: label(locale, 'workflows', step.fromWorkflow),
    to: label(locale, 'workflows', step.toWorkflow),
  })
  const list = step.toWorkflow === 'closed' ? 'closingReasons' : 'reopeningReasons'
  return [moved, step.reason && label(locale, list, step.reason), step.note].filter(Boolean).join(' — ')
}

/** Where our own work on the file stands, how it came there, and the one step it may take next. */
export function WorkCard(part: Part) {
  const { view, standing } = part
  const { look } = standing
  const t = words(look.locale)
  const { head, steps, staff } = view
  const whose = (who: string) => staff.get(who) ?? '—'
  return (
    <Card id="work" title={t('decisions.work')}>
      <Saved part={part} of="work" />
      <p>
        {t('decisions.stage')}: <b>{label(look.locale, 'workflows', head.workflow)}</b>
      </p>
      {steps.length > 0 && (
        <ul className="lines">
          {steps.map((step) => (
            <li key={step.id}>
              <span>
                {stepText(step, look.locale)}{' '}
                <small>
                  {t('caseFile.recordedBy', {
                    name: whose(step.recordedBy),
                    date: instantText(step.recordedAt, look),
                  })}
                  {step.approvedBy && ` · ${t('decisions.approvedBy', { name: whose(step.approvedBy) })}`}
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
      {head.can.close && head.workflow === 'closed' && <Reopening {...part} />}
      {head.can.close && ['active', 'monitoring'].includes(head.workflow) && <Monitoring {...part} />}
      {head.can.close && head.workflow === 'active' && <Closing {...part} />}
    </Card>
  )
}
