import { Asked } from '@/app/ui/asked'
import type { FieldSpec } from '@/app/ui/field-spec'
import { PostForm } from '@/app/ui/post-form'
import { label, optionsOf, words } from '@/app/words'
import { overrideDays } from '@/lib/risk/forms'
import { riskFactors } from '@/lib/risk/risk-factors'
import { risks } from '@/lib/risk/risks'
import { addRiskFactorAction, overrideRiskAction } from '../actions'
import { type Part, askedOf } from './part'

function factorFields({ view, standing }: Part): FieldSpec[] {
  const { locale } = standing.look
  const t = words(locale)
  const holding = view.factors.map(({ factor }) => factor)
  const left = riskFactors.filter((factor) => !holding.includes(factor))
  return [
    {
      name: 'factor',
      kind: 'choice',
      label: t('decisions.factor'),
      options: optionsOf(locale, 'riskFactors', left),
      required: true,
    },
    { name: 'note', kind: 'text', label: t('decisions.factorNote'), required: false, wide: true },
  ]
}

function overrideFields({ standing }: Part): FieldSpec[] {
  const { locale } = standing.look
  const t = words(locale)
  const levels = [...risks].reverse().map((code) => ({ value: code, label: `${code} ${label(locale, 'risks', code)}` }))
  const days = overrideDays.map((count) => ({ value: count, label: t('cases.days', { days: Number(count) }) }))
  return [
    { name: 'risk', kind: 'choice', label: t('decisions.level'), options: levels, required: true },
    { name: 'days', kind: 'choice', label: t('decisions.holdsFor'), options: days, value: '7', required: true },
    {
      name: 'reason',
      kind: 'prose',
      label: t('decisions.why'),
      hint: t('decisions.overrideHint'),
      required: true,
      wide: true,
    },
  ]
}

/** What a person adds to the facts, or puts in the place of what they give. */
export function RiskForms(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  const common = { hidden: { ref: view.head.ref }, submit: t('caseFile.record'), locale }
  return (
    <>
      {view.head.can.edit && (
        <Asked
          {...askedOf(part)}
          id="factor"
          title={t('decisions.addFactor')}
          draw={() => (
            <PostForm
              {...common}
              action={addRiskFactorAction}
              id="factor"
              form={standing.form('risk-factor.add')}
              fields={factorFields(part)}
            />
          )}
        />
      )}
      {view.head.can.override && (
        <Asked
          {...askedOf(part)}
          id="override"
          title={t('decisions.override')}
          draw={() => (
            <PostForm
              {...common}
              action={overrideRiskAction}
              id="override"
              form={standing.form('risk.override')}
              fields={overrideFields(part)}
            />
          )}
        />
      )}
    </>
  )
}
