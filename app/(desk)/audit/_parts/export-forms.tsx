import type { Standing } from '@/app/door'
import { ButtonLink } from '@/app/ui/button'
import { Card } from '@/app/ui/card'
import type { FieldSpec } from '@/app/ui/field-spec'
import { Notice } from '@/app/ui/notice'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import { type LogFilters, exportFormats, logKey } from '@/lib/log/forms'
import type { Locale } from '@/lib/words/locales'
import { exportLogAction, exportRecordsAction } from '../actions'

function fields(locale: Locale): FieldSpec[] {
  const t = words(locale)
  return [
    {
      name: 'format',
      kind: 'choice',
      label: t('exports.format'),
      options: exportFormats.map((format) => ({ value: format, label: t(`exports.${format}`) })),
      value: 'csv',
      required: true,
    },
    {
      name: 'reason',
      kind: 'text',
      label: t('exports.reason'),
      hint: t('exports.reasonHint'),
      required: true,
      wide: true,
    },
  ]
}

type Props = { standing: Standing; query: LogFilters; ready: string | null }

/** Two exports, each on record with its reason before the way to its file is shown. */
export function ExportForms({ standing, query, ready }: Props) {
  const { look, form } = standing
  const t = words(look.locale)
  const shared = { fields: fields(look.locale), submit: t('exports.submit'), locale: look.locale }
  const filters = Object.fromEntries(new URLSearchParams(logKey(query)))
  return (
    <Card id="export" title={t('exports.title')}>
      <p className="hint">{t('exports.lead')}</p>
      {ready !== null && (
        <Notice kind="success">
          {t('exports.ready')} <ButtonLink href={`/api/exports/${ready}`}>{t('exports.download')}</ButtonLink>
        </Notice>
      )}
      <h3>{t('exports.entries')}</h3>
      <p className="hint">{t('exports.entriesHint')}</p>
      <PostForm
        {...shared}
        action={exportLogAction}
        id="export-entries"
        form={form('audit.export')}
        hidden={{ ...filters, kind: 'entries' }}
      />
      <h3>{t('exports.records')}</h3>
      <p className="hint">{t('exports.recordsHint')}</p>
      <PostForm
        {...shared}
        action={exportRecordsAction}
        id="export-records"
        form={form('record.export')}
        hidden={{ kind: 'records' }}
      />
    </Card>
  )
}
