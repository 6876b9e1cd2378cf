import { Button, ButtonLink } from '@/app/ui/button'
import { label, words } from '@/app/words'
import { clockId, matcherId } from '@/lib/access/grants'
import { auditDeeds, outcomes } from '@/lib/audit/deeds'
import type { LogQuery } from '@/lib/log/forms'
import type { Locale } from '@/lib/words/locales'

type Option = { value: string; label: string }
type SelectProps = { name: string; label: string; value: string; options: Option[]; any: string }

const Select = ({ name, label: text, value, options, any }: SelectProps) => (
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

type Props = { locale: Locale; query: LogQuery; actors: { id: string; name: string }[] }

/** A plain GET form: deeds, outcomes, people by id and days stand in the address, never a name. */
export function LogFilters({ locale, query, actors }: Props) {
  const t = words(locale)
  const any = t('audit.any')
  const named = (list: 'auditDeeds' | 'outcomes') => (code: string) => ({
    value: code,
    label: label(locale, list, code),
  })
  return (
    <form className="filters" method="get" action="/audit" role="search" aria-label={t('cases.filters')}>
      <Select
        name="deed"
        label={t('audit.deed')}
        value={query.deed ?? ''}
        options={auditDeeds.map(named('auditDeeds'))}
        any={any}
      />
      <Select
        name="outcome"
        label={t('audit.outcome')}
        value={query.outcome ?? ''}
        options={outcomes.map(named('outcomes'))}
        any={any}
      />
      {actors.length > 0 && (
        <Select
          name="actor"
          label={t('audit.actor')}
          value={query.actor ?? ''}
          options={[
            ...actors.map(({ id, name }) => ({ value: id, label: name })),
            { value: clockId, label: t('audit.clock') },
            { value: matcherId, label: t('matches.matcher') },
          ]}
          any={any}
        />
      )}
      <label>
        {t('audit.from')}
        <input type="date" name="from" defaultValue={query.from ?? ''} />
      </label>
      <label>
        {t('audit.to')}
        <input type="date" name="to" defaultValue={query.to ?? ''} />
      </label>
      <Button kind="plain">{t('audit.apply')}</Button>
      <ButtonLink href="/audit">{t('audit.clear')}</ButtonLink>
    </form>
  )
}
