import { label, words } from '@/app/words'
import { type ListCases, silences } from '@/lib/cases/list-cases'
import { risks } from '@/lib/risk/risks'
import { situations } from '@/lib/situations/situations'
import type { Locale } from '@/lib/words/locales'
import { type FilterChoice, FilterForm } from './filter-form'

type FiltersProps = { locale: Locale; query: ListCases; workers: { id: string; name: string }[] }

function choicesOf({ locale, query, workers }: FiltersProps): FilterChoice[] {
  const t = words(locale)
  const option = (list: 'situations' | 'risks') => (code: string) => [code, label(locale, list, code)] as const
  const worker = {
    name: 'worker',
    label: t('cases.worker'),
    value: query.worker ?? '',
    options: workers.map(({ id, name }) => [id, name] as const),
  }
  return [
    {
      name: 'situation',
      label: t('cases.situation'),
      value: query.situation ?? '',
      options: situations.map(option('situations')),
    },
    {
      name: 'risk',
      label: t('cases.risk'),
      value: query.risk ?? '',
      options: [...risks].reverse().map(option('risks')),
    },
    {
      name: 'silence',
      label: t('cases.silent'),
      value: query.silence?.toString() ?? '',
      options: silences.map((days) => [days, t('home.silentOver', { days: Number(days) })] as const),
    },
    ...(workers.length > 1 ? [worker] : []),
  ]
}

/** Filters that came by a link and have no choice of their own here. */
const keptOf = ({ province, review, mine }: ListCases) =>
  Object.entries({ province, review, mine }).flatMap(([name, value]) => (value ? [[name, value] as const] : []))

/** What a list may be narrowed by, in words. */
export function Filters(props: FiltersProps) {
  const t = words(props.locale)
  return (
    <FilterForm
      label={t('cases.filters')}
      any={t('cases.any')}
      apply={t('cases.apply')}
      clear={t('cases.clear')}
      choices={choicesOf(props)}
      kept={keptOf(props.query)}
    />
  )
}
