import { label, words } from '@/app/words'
import type { FacetCounts } from '@/db/lists/facet-counts'
import { type ListCases, listKey, listedTeams, listedWorkflows, reviewStates, silences } from '@/lib/cases/list-cases'
import { caseColumns, columnsOf } from '@/lib/cases/chosen-columns'
import { caseSorts } from '@/lib/cases/list-place'
import { provinces } from '@/lib/places/provinces'
import { risks } from '@/lib/risk/risks'
import { situations } from '@/lib/situations/situations'
import type { Locale } from '@/lib/words/locales'
import { type FilterBoxes, type FilterChoice, FilterForm } from './filter-form'

type FiltersProps = {
  locale: Locale
  query: ListCases
  workers: { id: string; name: string }[]
  counts: FacetCounts
  /** Every filter, the order and the columns: the others wait behind a link. */
  all: boolean
}

type List = Parameters<typeof label>[1]

/** A choice whose options say how many open files each of them has. */
function choiceOf(locale: Locale, list: List, codes: readonly string[]) {
  return (name: string, given: { label: string; value: string | undefined; counts?: ReadonlyMap<string, number> }) => ({
    name,
    label: given.label,
    value: given.value ?? '',
    options: codes.map((code) => [code, withCount(label(locale, list, code), given.counts?.get(code))] as const),
  })
}

const withCount = (word: string, count: number | undefined) => (count === undefined ? word : `${word} · ${count}`)

function usualChoices({ locale, query, workers, counts }: FiltersProps): FilterChoice[] {
  const t = words(locale)
  const worker = {
    name: 'worker',
    label: t('cases.worker'),
    value: query.worker ?? '',
    options: workers.map(({ id, name }) => [id, withCount(name, counts.owner.get(id))] as const),
  }
  const silence = {
    name: 'silence',
    label: t('cases.silent'),
    value: query.silence?.toString() ?? '',
    options: silences.map(
      (days) => [days, withCount(t('home.silentOver', { days: Number(days) }), counts.silence.get(days))] as const,
    ),
  }
  return [
    choiceOf(
      locale,
      'situations',
      situations,
    )('situation', { label: t('cases.situation'), value: query.situation, counts: counts.situation }),
    choiceOf(
      locale,
      'risks',
      [...risks].reverse(),
    )('risk', {
      label: t('cases.risk'),
      value: query.risk,
      counts: counts.risk,
    }),
    silence,
    ...(workers.length > 1 ? [worker] : []),
  ]
}

function otherChoices({ locale, query, counts }: FiltersProps): FilterChoice[] {
  const t = words(locale)
  return [
    choiceOf(
      locale,
      'reviewStates',
      reviewStates,
    )('review', {
      label: t('cases.review'),
      value: query.review,
      counts: counts.review,
    }),
    choiceOf(locale, 'provinces', provinces)('province', { label: t('cases.place'), value: query.province }),
    choiceOf(
      locale,
      'listedWorkflows',
      listedWorkflows.filter((word) => word !== 'open'),
    )('workflow', { label: t('lists.workflow'), value: query.workflow }),
    choiceOf(locale, 'listedTeams', listedTeams)('team', { label: t('lists.team'), value: query.team }),
    { name: 'flagged', label: t('lists.flags'), value: query.flagged ?? '', options: [['yes', t('lists.flagged')]] },
    { name: 'mine', label: t('lists.whose'), value: query.mine ?? '', options: [['yes', t('cases.mine')]] },
    choiceOf(
      locale,
      'caseSorts',
      caseSorts.filter((word) => word !== 'changed'),
    )('sort', { label: t('lists.order'), value: query.sort }),
  ]
}

const boxesOf = ({ locale, query }: FiltersProps): FilterBoxes => ({
  name: 'columns',
  label: words(locale)('lists.columns'),
  options: caseColumns.slice(1).map((code) => [code, label(locale, 'caseColumns', code)] as const),
  ticked: [...columnsOf(query.columns)],
})

/** What a list may be narrowed by, in words; what came by a link and has no choice here is kept. */
export function Filters(props: FiltersProps) {
  const { locale, query, all } = props
  const t = words(locale)
  const choices = all ? [...usualChoices(props), ...otherChoices(props)] : usualChoices(props)
  const asked = all ? ['columns'] : []
  const names = [...choices.map(({ name }) => name), ...asked]
  return (
    <FilterForm
      label={t('cases.filters')}
      any={t('cases.any')}
      apply={t('cases.apply')}
      clear={t('cases.clear')}
      choices={choices}
      boxes={all ? boxesOf(props) : undefined}
      kept={[...new URLSearchParams(listKey(query))].filter(([name]) => !names.includes(name))}
    />
  )
}
