import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { label, words } from '@/app/words'
import { endRiskFactorAction, endRiskOverrideAction } from '../actions'
import type { Part } from './part'

/** The factors that hold and the override that stands, each with whose word it is and the button that ends it. */
export function StandingFactors({ view, standing }: Part) {
  const { look, form } = standing
  const { locale } = look
  const t = words(locale)
  const { head, override, factors, staff } = view
  const by = (row: { recordedBy: string; recordedAt: Date }) =>
    t('caseFile.recordedBy', { name: staff.get(row.recordedBy) ?? '—', date: instantText(row.recordedAt, look) })
  if (factors.length === 0 && !override) return null
  const ending = { submit: t('decisions.endIt'), locale, kind: 'plain' as const, inline: true, fields: [] }
  return (
    <>
      <h3>{t('decisions.holding')}</h3>
      <ul className="lines">
        {factors.map((row) => (
          <li key={row.id}>
            <span>
              {[label(locale, 'riskFactors', row.factor), row.note].filter(Boolean).join(' — ')}{' '}
              <small>{by(row)}</small>
            </span>
            {head.can.edit && (
              <PostForm
                {...ending}
                action={endRiskFactorAction}
                id={`factor-${row.id}`}
                form={form('risk-factor.end')}
                hidden={{ ref: head.ref, factorId: row.id, version: String(row.version) }}
              />
            )}
          </li>
        ))}
        {override && (
          <li>
            <span>
              {t('decisions.overrideUntil', { risk: override.risk, date: instantText(override.until, look) })}{' '}
              <small>{by(override)}</small>
            </span>
            {head.can.override && (
              <PostForm
                {...ending}
                action={endRiskOverrideAction}
                id="override-end"
                form={form('risk.override-end')}
                hidden={{ ref: head.ref, overrideId: override.id, version: String(override.version) }}
                errors={{ invalid: t('decisions.coordinatorLowers') }}
              />
            )}
          </li>
        )}
      </ul>
    </>
  )
}
