import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { currentLook } from '@/app/look'
import { ButtonLink } from '@/app/ui/button'
import { Empty } from '@/app/ui/empty'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { Sheet } from '@/app/ui/sheet'
import { words } from '@/app/words'
import { listCases } from '@/db/cases/list-cases'
import { totalOf } from '@/db/lists/facet-counts'
import { ListAsked } from '@/lib/cases/list-asked'
import { ListCases, listKey } from '@/lib/cases/list-cases'
import { columnsOf } from '@/lib/cases/chosen-columns'
import { caseHeads, caseLine } from './_parts/case-rows'
import { CaseTable } from './_parts/case-table'
import { Facets } from './_parts/facets'
import { Filters } from './_parts/filters'
import { ListPanels } from './_parts/list-panels'
import { showNamesAction } from './actions'

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
  const { look, form } = standing
  const t = words(look.locale)
  const query = ListCases.parse(params)
  const { panel } = ListAsked.parse(params)
  const key = listKey(query)
  const columns = columnsOf(query.columns)
  const names = value.namesUntil ? (
    <p className="lead">{t('cases.namesOpen', { time: instantText(value.namesUntil, look) })}</p>
  ) : (
    <PostForm
      action={showNamesAction}
      id="names"
      form={form('names.show')}
      fields={[]}
      hidden={{ list: key }}
      submit={t('cases.showNames')}
      locale={look.locale}
      kind="plain"
      inline
    />
  )
  return (
    <Desk standing={standing} current="cases">
      <Sheet
        title={t('cases.title')}
        lead={t('lists.total', { count: totalOf(value.counts) })}
        actions={value.rows.length > 0 && names}
      >
        <Facets counts={value.counts} query={query} locale={look.locale} />
        <Filters
          locale={look.locale}
          query={query}
          workers={value.workers}
          counts={value.counts}
          all={panel === 'more'}
        />
        <ListPanels locale={look.locale} listKey={key} asked={panel} />
        {value.rows.length > 0 ? (
          <CaseTable
            caption={t('cases.caption')}
            heads={caseHeads(columns, look.locale)}
            isNamed={value.namesUntil !== null}
            chosen={query.columns}
            lines={value.rows.map((row) => caseLine(row, columns, standing))}
          />
        ) : (
          <Empty
            title={t(key === '' ? 'cases.empty' : 'cases.emptyFiltered')}
            why={t(key === '' ? 'cases.emptyWhy' : 'cases.emptyFilteredWhy')}
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
