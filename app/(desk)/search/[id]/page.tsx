import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { type Standing, show } from '@/app/door'
import { currentLook } from '@/app/look'
import { ButtonLink } from '@/app/ui/button'
import { Empty } from '@/app/ui/empty'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { Sheet } from '@/app/ui/sheet'
import { words } from '@/app/words'
import { type FoundSearch, readSearch } from '@/db/search/read-search'
import { ReadSearch } from '@/lib/search/forms'
import { FoundList } from '../_parts/found-list'
import { Came, Further, Keep, LookedThrough } from '../_parts/further'
import { SearchForm } from '../_parts/search-form'
import { showFoundAction } from '../actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ page?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('search.title') }
}

type Given = { standing: Standing; found: FoundSearch }

function Names({ standing, found }: Given) {
  const { look, form } = standing
  const t = words(look.locale)
  if (found.rows.length === 0) return null
  if (found.namesUntil)
    return <p className="lead">{t('cases.namesOpen', { time: instantText(found.namesUntil, look) })}</p>
  return (
    <PostForm
      action={showFoundAction}
      id="names"
      form={form('names.show')}
      fields={[]}
      hidden={{ id: found.id }}
      submit={t('search.show')}
      locale={look.locale}
      kind="plain"
      inline
    />
  )
}

/** Teams that may hold a file of this name out of reach: that they may is all that is known. */
function Elsewhere({ standing, found }: Given) {
  const t = words(standing.look.locale)
  if (found.teams.length === 0) return null
  return (
    <div className="notice warning">
      <ul className="lines">
        {found.teams.map(({ name, hint }) => (
          <li key={hint}>
            <span>
              <b>{t('newCase.matchElsewhere', { team: name })}</b> {t('newCase.matchAsk')}
            </span>
            <a href={`/glass/${hint}`}>{t('together.breakGlass')}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** So many bear a name like this one that not all of them were looked at: said, so that nobody takes what is missing for absent. */
function Crowded({ standing, found }: Given) {
  const t = words(standing.look.locale)
  return (
    <>
      {found.crowded && <p className="notice warning">{t('search.crowded')}</p>}
      {found.townCut && <p className="notice warning">{t('search.townCut')}</p>}
    </>
  )
}

function Pages({ standing, found: { id, page, pages } }: Given) {
  const t = words(standing.look.locale)
  if (pages === 1) return null
  return (
    <nav className="pages" aria-label={t('search.pages')}>
      {page > 1 && <ButtonLink href={`/search/${id}?page=${String(page - 1)}`}>{t('search.before')}</ButtonLink>}
      <span>{t('search.page', { page, pages })}</span>
      {page < pages && <ButtonLink href={`/search/${id}?page=${String(page + 1)}`}>{t('search.next')}</ButtonLink>}
    </nav>
  )
}

export default async function FoundPage({ params, searchParams }: Props) {
  const answer = await show(ReadSearch, readSearch, { ...(await searchParams), ...(await params) })
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value: found } = answer
  const { look } = standing
  const t = words(look.locale)
  const given = { standing, found }
  const { clauses, filters } = found.terms
  return (
    <Desk standing={standing}>
      <Sheet title={t('search.title')} lead={t('search.found', { count: found.total })} actions={<Names {...given} />}>
        <Came {...given} />
        <SearchForm
          standing={standing}
          workers={found.workers}
          asked={{ text: clauses[0]?.text, filters }}
          fold={t('search.change')}
        />
        <Elsewhere {...given} />
        <Crowded {...given} />
        {found.rows.length > 0 ? (
          <FoundList found={found} look={look} />
        ) : (
          <Empty title={t('search.none')} why={t('search.noneWhy')} />
        )}
        <Pages {...given} />
        <LookedThrough {...given} />
        <Further {...given} />
        <Keep {...given} />
      </Sheet>
    </Desk>
  )
}
