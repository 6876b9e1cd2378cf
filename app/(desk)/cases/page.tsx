import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { currentLook } from '@/app/look'
import { ButtonLink } from '@/app/ui/button'
import { Empty } from '@/app/ui/empty'
import { instantText } from '@/app/ui/instant'
import { Sheet } from '@/app/ui/sheet'
import { words } from '@/app/words'
import { listCases } from '@/db/cases/list-cases'
import { totalOf } from '@/db/lists/facet-counts'
import { ListAsked } from '@/lib/cases/list-asked'
import { ListCases, filterKey, listKey } from '@/lib/cases/list-cases'
import { Bulk, TickBar } from './_parts/bulk'
import { ExportPanel } from './_parts/export-panel'
import { Facets } from './_parts/facets'
import { Filters } from './_parts/filters'
import { Listed } from './_parts/listed'
import { ListPanels } from './_parts/list-panels'
import { NamesForm } from './_parts/names-form'
import { SavedViews, ViewsPanel } from './_parts/saved-views'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('cases.title') }
}

export default async function CasesPage({ searchParams }: Props) {
  const params = await searchParams
  const answer = await show(ListCases, listCases, params)
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value } = answer
  const { look, actor, now } = standing
  const t = words(look.locale)
  const query = ListCases.parse(params)
  const asked = ListAsked.parse(params)
  const key = listKey(query)
  const isFiltered = filterKey(query) !== ''
  const given = { standing, list: value, query, asked, listKey: key }
  return (
    <Desk standing={standing} current="cases">
      <Sheet
        title={t('cases.title')}
        lead={isFiltered ? t('lists.narrowed') : t('lists.total', { count: totalOf(value.counts) })}
        actions={value.rows.length > 0 && <NamesForm {...given} />}
        printed={t('lists.print', { name: actor.name, time: instantText(now, look) })}
      >
        <SavedViews {...given} />
        <Facets counts={value.counts} query={query} locale={look.locale} />
        <Filters
          locale={look.locale}
          query={query}
          workers={value.workers}
          counts={value.counts}
          all={asked.panel === 'more'}
        />
        <ListPanels locale={look.locale} listKey={key} asked={asked.panel} role={actor.role} />
        {asked.panel === 'keep' && <ViewsPanel {...given} />}
        {(asked.panel === 'export' || asked.ready) && <ExportPanel {...given} />}
        <Bulk {...given} />
        {value.rows.length > 0 ? (
          <>
            <Listed {...given} />
            <TickBar {...given} />
          </>
        ) : (
          <Empty
            title={t(isFiltered ? 'cases.emptyFiltered' : 'cases.empty')}
            why={t(isFiltered ? 'cases.emptyFilteredWhy' : 'cases.emptyWhy')}
          />
        )}
        <nav className="pages" aria-label={t('cases.pages')}>
          {query.after && <ButtonLink href={`/cases?${key}`}>{t('cases.first')}</ButtonLink>}
          {value.next && (
            <ButtonLink href={`/cases?${key}&after=${encodeURIComponent(value.next)}`}>{t('cases.next')}</ButtonLink>
          )}
        </nav>
      </Sheet>
    </Desk>
  )
}
