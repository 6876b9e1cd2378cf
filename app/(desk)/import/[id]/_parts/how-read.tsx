import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import type { FieldSpec } from '@/app/ui/field-spec'
import { PostForm } from '@/app/ui/post-form'
import { Table } from '@/app/ui/table'
import { words } from '@/app/words'
import type { ReadImport } from '@/db/imports/read-import'
import { delimiterNames, encodings, listFailures } from '@/lib/imports/import-states'
import { columnsMax } from '@/lib/imports/import-fields'
import type { Locale } from '@/lib/words/locales'
import { rereadImportAction } from '../actions'

type Props = { standing: Standing; list: ReadImport }

function fields(locale: Locale, { format, encoding, delimiter, hasHeader }: ReadImport): FieldSpec[] {
  const t = words(locale)
  const header: FieldSpec = {
    name: 'hasHeader',
    kind: 'check',
    label: t('imports.hasHeader'),
    options: [{ value: 'on', label: t('imports.hasHeader') }],
    value: hasHeader ? 'on' : '',
  }
  if (format === 'xlsx') return [header]
  return [
    {
      name: 'encoding',
      kind: 'choice',
      label: t('imports.encoding'),
      options: encodings.map((one) => ({ value: one, label: t(`imports.encodings.${one}`) })),
      value: encoding ?? 'utf-8',
    },
    {
      name: 'delimiter',
      kind: 'choice',
      label: t('imports.delimiter'),
      options: delimiterNames.map((one) => ({ value: one, label: t(`imports.delimiters.${one}`) })),
      value: delimiter ?? 'comma',
    },
    header,
  ]
}

/** The first rows as they were understood, and how to have them read otherwise. */
export function HowRead({ standing, list }: Props) {
  const { locale } = standing.look
  const t = words(locale)
  const columns = list.headings.map((heading, place) => ({
    key: String(place),
    label: heading || t('imports.column', { n: place + 1 }),
    card: 'labelled' as const,
  }))
  const rows = list.sample.map((cells, place) => ({
    key: String(place),
    cells: list.headings.map((_, at) => cells[at] ?? ''),
  }))
  const failures = listFailures.map((failure): [string, string] => [
    failure,
    t(`imports.failures.${failure}`, { columns: columnsMax }),
  ])
  return (
    <Card id="how" title={t('imports.how')}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by keyboard alone */}
      <div className="scroll" role="region" aria-label={t('imports.sample')} tabIndex={0}>
        <Table caption={t('imports.sample')} columns={columns} rows={rows} />
      </div>
      <p className="hint">{t('imports.howLead')}</p>
      <PostForm
        action={rereadImportAction}
        id="reread"
        form={standing.form('import.map')}
        fields={fields(locale, list)}
        hidden={{ importId: list.id, version: String(list.version) }}
        submit={t('imports.reread')}
        errors={Object.fromEntries(failures)}
        kind="plain"
        free
        locale={locale}
      />
    </Card>
  )
}
