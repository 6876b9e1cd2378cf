import { Button } from '@/app/ui/button'
import { words } from '@/app/words'
import type { ListMatches } from '@/lib/matches/forms'
import type { Locale } from '@/lib/words/locales'

type Props = { query: ListMatches; teams: { id: string; name: string }[]; locale: Locale }

/** Narrows the list to pairs with a file of one team; its address says so. */
export function MatchFilter({ query, teams, locale }: Props) {
  const t = words(locale)
  return (
    <form className="filters" method="get" action="/matches" role="search" aria-label={t('cases.filters')}>
      <input type="hidden" name="list" value={query.list} />
      <label>
        {t('matches.team')}
        <select name="team" defaultValue={query.team ?? ''} key={query.team ?? ''}>
          <option value="">{t('cases.any')}</option>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button kind="plain">{t('cases.apply')}</Button>
    </form>
  )
}
