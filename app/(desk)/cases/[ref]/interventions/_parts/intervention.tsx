import { Card } from '@/app/ui/card'
import { Definitions } from '@/app/ui/definitions'
import { Fold } from '@/app/ui/fold'
import { instantText } from '@/app/ui/instant'
import { Notice } from '@/app/ui/notice'
import { label, words } from '@/app/words'
import type { InterventionView } from '@/db/interventions/read-interventions'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { presentPartialDate } from '@/lib/dates/present-partial-date'
import { byOverride, missingIn } from '@/lib/interventions/coverage'
import { harmFieldOf } from '@/lib/interventions/forms'
import { harmed } from '@/lib/interventions/interventions'
import type { Locale } from '@/lib/words/locales'
import { Deeds } from './deeds'
import type { OfIntervention } from './part'

type Covered = InterventionView['coverage'][number]

const dateText = (edtf: string, locale: Locale) => presentPartialDate(fromEdtf(edtf), locale)

function groundText({ by, consent }: Covered, locale: Locale): string {
  const t = words(locale)
  if (by === null) return t('interventions.missing')
  if (by === byOverride || !consent) return t('interventions.byOverride')
  const { capacity, at, limits } = consent
  const given = `${label(locale, 'consentCapacities', capacity)}, ${dateText(at, locale)}`
  return [given, limits !== null && t('interventions.limits', { limits })].filter(Boolean).join(' — ')
}

/** Each thing it tells, the purpose that has to be allowed, and by whose word it is. */
function Allowed({ one, standing }: OfIntervention) {
  const { locale } = standing.look
  return (
    <>
      <h3>{words(locale)('interventions.allowed')}</h3>
      <ul className="lines">
        {one.coverage.map((covered) => (
          <li key={`${covered.field} ${covered.scope}`}>
            <span>
              <b>{label(locale, 'disclosedFields', covered.field)}</b> {label(locale, 'consentScopes', covered.scope)}
              <small className="aside">{groundText(covered, locale)}</small>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Missing({ one, standing }: OfIntervention) {
  const t = words(standing.look.locale)
  const isOver = one.state === 'closed' || one.state === 'withdrawn'
  if (isOver || missingIn(one.coverage).length === 0) return null
  const isInside = one.state === 'draft' || one.state === 'approved'
  return <Notice kind="warning">{t(isInside ? 'interventions.missingDraft' : 'interventions.missingLive')}</Notice>
}

function OverrideLine({ one, view, standing }: OfIntervention) {
  const { locale } = standing.look
  if (!one.override) return null
  const { basis, reason, proposedBy, decidedBy } = one.override
  const name = (id: string | null) => view.staff.get(id ?? '') ?? '—'
  const said = { basis: label(locale, 'legalBases', basis), reason, first: name(proposedBy), second: name(decidedBy) }
  return <p className="by">{words(locale)('interventions.overriddenBy', said)}</p>
}

function Steps({ one, view, standing }: OfIntervention) {
  const { locale } = standing.look
  return (
    <>
      <h3>{words(locale)('interventions.steps')}</h3>
      <ul className="lines">
        {one.steps.map((step) => (
          <li key={step.id}>
            <span>
              <b>{label(locale, 'interventionStates', step.state)}</b> {dateText(step.at, locale)}
              {step.outcome && ` · ${label(locale, 'interventionOutcomes', step.outcome)}`}
              {step.impact && ` · ${label(locale, 'impacts', step.impact)}`}
              {step.note && ` — ${step.note}`}
              <small className="aside">
                {view.staff.get(step.recordedBy) ?? '—'}, {instantText(step.recordedAt, standing.look)}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function About({ one, standing }: OfIntervention) {
  const { look } = standing
  const t = words(look.locale)
  const due = one.replyDueAt && one.replyDue
  const items = [
    { term: t('interventions.mechanism'), value: label(look.locale, 'mechanisms', one.mechanism) },
    { term: t('interventions.addressee'), value: one.addressee },
    { term: t('interventions.requestedAction'), value: one.requestedAction },
    ...(due && one.replyDueAt
      ? [
          {
            term: t('interventions.replyDue'),
            value: `${label(look.locale, 'dues', due)} · ${instantText(one.replyDueAt, look)}`,
          },
        ]
      : []),
  ]
  return <Definitions items={items} />
}

/** One intervention: what it asks of whom, what it tells and by whose leave, the harm weighed, and what came of it. */
export function Intervention(of: OfIntervention) {
  const { one, standing } = of
  const { locale } = standing.look
  const t = words(locale)
  const state = [one.state !== 'closed' ? null : one.outcome && label(locale, 'interventionOutcomes', one.outcome)]
  const said = [label(locale, 'interventionStates', one.state), ...state].filter(Boolean).join(' · ')
  return (
    <Card id={`i-${one.id}`} title={`${label(locale, 'interventionTypes', one.type)} — ${said}`}>
      <Missing {...of} />
      <About {...of} />
      <Allowed {...of} />
      <OverrideLine {...of} />
      <Fold title={t('interventions.weighed')} open={one.state === 'draft'}>
        <Definitions
          items={harmed.map((who) => ({ term: t(`interventions.${harmFieldOf(who)}`), value: one.harm[who] }))}
        />
      </Fold>
      <Steps {...of} />
      <Deeds {...of} />
    </Card>
  )
}
