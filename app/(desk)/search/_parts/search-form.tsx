import type { Standing } from '@/app/door'
import type { FieldGroup, FieldSpec } from '@/app/ui/field-spec'
import { PostForm } from '@/app/ui/post-form'
import { optionsOf, words } from '@/app/words'
import { listedTeams } from '@/lib/cases/list-cases'
import { risks } from '@/lib/risk/risks'
import { hitKinds } from '@/lib/search/kinds'
import type { SearchFilters } from '@/lib/search/terms'
import { situations } from '@/lib/situations/situations'
import type { Locale } from '@/lib/words/locales'
import { submitSearchAction } from '../actions'

type Workers = { id: string; name: string }[]

type Asked = { text?: string; filters: SearchFilters }

const filterFields = (locale: Locale, workers: Workers, { filters }: Asked): FieldSpec[] => {
  const t = words(locale)
  const choice = (name: 'kind' | 'situation' | 'risk' | 'team', options: FieldSpec['options'] = []): FieldSpec => ({
    name,
    kind: 'choice',
    label: t(`search.${name}`),
    options: [{ value: '', label: t('search.any') }, ...options],
    value: filters[name],
    required: false,
  })
  return [
    choice('kind', optionsOf(locale, 'hitKinds', hitKinds)),
    choice('situation', optionsOf(locale, 'situations', situations)),
    choice('risk', optionsOf(locale, 'risks', risks)),
    choice('team', optionsOf(locale, 'listedTeams', listedTeams)),
    {
      name: 'assignee',
      kind: 'choice',
      label: t('search.assignee'),
      options: [{ value: '', label: t('search.any') }, ...workers.map(({ id, name }) => ({ value: id, label: name }))],
      value: filters.assignee,
      required: false,
    },
    {
      name: 'year',
      kind: 'text',
      label: t('search.year'),
      hint: t('search.yearHint'),
      value: filters.year,
      required: false,
    },
  ]
}

type SearchFormProps = { standing: Standing; workers: Workers; asked?: Asked; fold?: string }

/** What is looked for and by what it is narrowed; on what was found it waits, filled as it was sent. */
export function SearchForm({ standing, workers, asked = { filters: {} }, fold }: SearchFormProps) {
  const { locale } = standing.look
  const t = words(locale)
  const text: FieldSpec = {
    name: 'text',
    kind: 'text',
    label: t('search.text'),
    hint: t('search.textHint'),
    value: asked.text,
    required: true,
    wide: true,
  }
  const filters: FieldGroup = { legend: t('search.filters'), fields: filterFields(locale, workers, asked) }
  return (
    <PostForm
      action={submitSearchAction}
      id="find"
      form={standing.form('search.submit')}
      fields={[text, filters]}
      submit={t('search.submit')}
      errors={{ invalid: t('search.stopped') }}
      locale={locale}
      fold={fold}
      free
    />
  )
}
