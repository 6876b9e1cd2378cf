import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import type { FieldGroup, FieldSpec } from '@/app/ui/field-spec'
import { PostForm } from '@/app/ui/post-form'
import { optionsOf, words } from '@/app/words'
import type { ReadImport } from '@/db/imports/read-import'
import type { Mapping } from '@/lib/imports/forms'
import { importFields } from '@/lib/imports/import-fields'
import { situations } from '@/lib/situations/situations'
import { distances, sourceTypes } from '@/lib/sources/sources'
import type { Locale } from '@/lib/words/locales'
import { mapImportAction } from '../actions'

type Props = { standing: Standing; list: ReadImport; mapping: Mapping }

function columnFields(locale: Locale, { headings }: ReadImport, { columns }: Mapping): FieldSpec[] {
  const t = words(locale)
  const options = [
    { value: '', label: t('imports.skip') },
    { value: 'note', label: t('imports.note') },
    ...importFields.map((field) => ({ value: field, label: t(`imports.fields.${field}`) })),
  ]
  return headings.map((heading, place) => ({
    name: `column${place}`,
    kind: 'choice',
    label: heading || t('imports.column', { n: place + 1 }),
    options,
    value: columns[place] ?? '',
  }))
}

function defaultFields(locale: Locale, { sourceType, distance, situation }: Mapping): FieldSpec[] {
  const t = words(locale)
  const choice = (
    name: 'sourceType' | 'distance' | 'situation',
    options: FieldSpec['options'],
    value: string,
  ): FieldSpec => ({
    name,
    kind: 'choice',
    label: t(`imports.fields.${name}`),
    options,
    value,
    required: true,
  })
  return [
    choice('situation', optionsOf(locale, 'situations', situations), situation),
    choice('sourceType', optionsOf(locale, 'sourceTypes', sourceTypes), sourceType),
    choice('distance', optionsOf(locale, 'distances', distances), distance),
  ]
}

/** Which column is what, as far as the headings tell, and what holds for rows that do not say. */
export function ColumnsForm({ standing, list, mapping }: Props) {
  const { locale } = standing.look
  const t = words(locale)
  const groups: (FieldGroup | FieldSpec)[] = [
    { legend: t('imports.columns'), hint: t('imports.columnsLead'), fields: columnFields(locale, list, mapping) },
    { legend: t('imports.defaults'), fields: defaultFields(locale, mapping) },
    { name: 'name', kind: 'text', label: t('imports.saveAs'), hint: t('imports.saveAsHint'), wide: true },
  ]
  return (
    <Card id="columns" title={t('imports.states.mapping')}>
      <PostForm
        action={mapImportAction}
        id="map"
        form={standing.form('import.map')}
        fields={groups}
        hidden={{ importId: list.id, version: String(list.version) }}
        submit={t('imports.check')}
        locale={locale}
      />
    </Card>
  )
}
