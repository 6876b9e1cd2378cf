import { Button, ButtonLink } from '@/app/ui/button'
import { label, words } from '@/app/words'
import { type ListCases, silences } from '@/lib/cases/list-cases'
import { risks } from '@/lib/risk/risks'
import { situations } from '@/lib/situations/situations'
import type { Locale } from '@/lib/words/locales'

type Choice = { name: string; label: string; value: string; options: { value: string; label: string }[]; any: string }

function Select({ name, label: text, value, options, any }: Choice) {
  return (
    <label>
      {text}
      <select name={name} defaultValue={value}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

type FiltersProps = { locale: Locale; query: ListCases; workers: { id: string; name: string }[] }

/** A plain GET form: what a list is narrowed by stands in its address, in codes. */
export function Filters({ locale, query, workers }: FiltersProps) {
  const t = words(locale)
  const any = t('cases.any')
  const option = (list: 'situations' | 'risks') => (code: string) => ({ value: code, label: label(locale, list, code) })
  return (
    <form className="filters" method="get" action="/cases" role="search" aria-label={t('cases.filters')}>
      <Select
        name="situation"
        label={t('cases.situation')}
        value={query.situation ?? ''}
        options={situations.map(option('situations'))}
        any={any}
      />
      <Select
        name="risk"
        label={t('cases.risk')}
        value={query.risk ?? ''}
        options={[...risks].reverse().map(option('risks'))}
        any={any}
      />
      <Select
        name="silence"
        label={t('cases.silent')}
        value={query.silence?.toString() ?? ''}
        options={silences.map((days) => ({ value: days, label: t('home.silentOver', { days: Number(days) }) }))}
        any={any}
      />
      {workers.length > 1 && (
        <Select
          name="worker"
          label={t('cases.worker')}
          value={query.worker ?? ''}
          options={workers.map(({ id, name }) => ({ value: id, label: name }))}
          any={any}
        />
      )}
      <Button kind="plain">{t('cases.apply')}</Button>
      <ButtonLink href="/cases">{t('cases.clear')}</ButtonLink>
    </form>
  )
}
