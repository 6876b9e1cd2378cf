import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { currentLook } from '@/app/look'
import { ButtonLink } from '@/app/ui/button'
import { Empty } from '@/app/ui/empty'
import { SectionNav } from '@/app/ui/section-nav'
import { Sheet } from '@/app/ui/sheet'
import { label, words } from '@/app/words'
import { listMatches } from '@/db/matches/list-matches'
import { ListMatches, matchLists } from '@/lib/matches/forms'
import { Elsewhere } from './_parts/elsewhere'
import { MatchFilter } from './_parts/match-filter'
import { MatchTable } from './_parts/match-table'
import { SearchState } from './_parts/search-state'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('matches.title') }
}

export default async function MatchesPage({ searchParams }: Props) {
  const params = await searchParams
  const answer = await show(ListMatches, listMatches, params)
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value: matches } = answer
  const { look } = standing
  const t = words(look.locale)
  const query = ListMatches.parse(params)
  const hrefOf = (list: string) => `/matches?list=${list}`
  const here = `${hrefOf(query.list)}${query.team ? `&team=${query.team}` : ''}`
  return (
    <Desk standing={standing} current="matches">
      <Sheet title={t('matches.title')} lead={t('matches.lead')}>
        <SectionNav
          label={t('matches.lists')}
          sections={matchLists.map((list) => ({ href: hrefOf(list), label: label(look.locale, 'matchLists', list) }))}
          current={hrefOf(query.list)}
        />
        <MatchFilter query={query} teams={matches.teams} locale={look.locale} />
        {matches.rows.length === 0 ? (
          <Empty title={t('matches.empty')} why={t('matches.emptyWhy')} />
        ) : (
          <MatchTable rows={matches.rows} look={look} />
        )}
        <nav className="pages" aria-label={t('cases.pages')}>
          {query.after && <ButtonLink href={here}>{t('cases.first')}</ButtonLink>}
          {matches.next && (
            <ButtonLink href={`${here}&after=${encodeURIComponent(matches.next)}`}>{t('cases.next')}</ButtonLink>
          )}
        </nav>
        <Elsewhere hints={matches.hints} standing={standing} />
        <SearchState matches={matches} standing={standing} />
      </Sheet>
    </Desk>
  )
}
