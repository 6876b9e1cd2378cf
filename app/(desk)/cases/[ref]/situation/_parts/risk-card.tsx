import { reviewText } from '@/app/(desk)/cases/_parts/case-rows'
import { Card } from '@/app/ui/card'
import { Definitions } from '@/app/ui/definitions'
import { instantText } from '@/app/ui/instant'
import { RiskMark } from '@/app/ui/mark'
import { label, words } from '@/app/words'
import type { RiskReason } from '@/lib/risk/risk-plan'
import { silenceDue, situations } from '@/lib/situations/situations'
import type { Locale } from '@/lib/words/locales'
import type { Part } from './part'
import { RiskForms } from './risk-forms'
import { StandingFactors } from './standing-factors'
import { Saved } from '../../_parts/saved'

const Level = ({ risk, locale }: { risk: string; locale: Locale }) => (
  <RiskMark level={risk} word={label(locale, 'risks', risk)} />
)

/** A reason in words: the situation by its name, a factor by its own, what a person decided as that. */
function reasonText({ because }: RiskReason, { view, standing }: Part): string {
  const { locale } = standing.look
  const t = words(locale)
  if (because === 'situation') return label(locale, 'situations', view.head.situation)
  if (because === 'override') return t('decisions.overriddenFor', { reason: view.override?.reason ?? '' })
  return because === 'channel_compromised' ? t('decisions.channelCompromised') : label(locale, 'riskFactors', because)
}

/** How long a file in its situation may wait for a look, in days or, under two of them, in hours. */
function intervalText({ view, standing }: Part): string {
  const t = words(standing.look.locale)
  const situation = situations.find((code) => code === view.head.situation)
  const hours = situation && view.head.workflow !== 'closed' ? silenceDue(situation) : null
  if (hours === null) return t('caseFile.noClock')
  return hours < 48 ? t('decisions.everyHours', { hours }) : t('decisions.everyDays', { days: hours / 24 })
}

function clocks(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  const { then, until } = view.plan
  const due = view.reviewDue && instantText(view.reviewDue, standing.look)
  const change = then && until && (
    <>
      <Level risk={then} locale={locale} /> {instantText(until, standing.look)}
    </>
  )
  return [
    ...(change ? [{ term: t('decisions.nextChange'), value: change }] : []),
    { term: t('decisions.reviewEvery'), value: intervalText(part) },
    ...(due
      ? [{ term: t('decisions.nextReview'), value: `${due} (${reviewText(view.reviewDue, standing.now, locale)})` }]
      : []),
  ]
}

/** The level of risk, every reason for it in the order in which they count, and when either is looked at again. */
export function RiskCard(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  return (
    <Card id="risk" title={t('decisions.risk')}>
      <Saved part={part} of="risk" />
      <p>
        <Level risk={view.plan.risk} locale={locale} />
      </p>
      <p className="hint">{t('decisions.reasonsLead')}</p>
      <ol className="lines">
        {view.plan.reasons.map((reason) => (
          <li key={reason.because}>
            <span>{reasonText(reason, part)}</span>
            <Level risk={reason.risk} locale={locale} />
          </li>
        ))}
      </ol>
      <Definitions items={clocks(part)} />
      <StandingFactors {...part} />
      <RiskForms {...part} />
    </Card>
  )
}
