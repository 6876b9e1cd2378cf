import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { currentLook } from '@/app/look'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { instantText } from '@/app/ui/instant'
import { Sheet } from '@/app/ui/sheet'
import { words } from '@/app/words'
import { listSearches } from '@/db/search/list-searches'
import { Nothing } from '@/lib/nothing'
import { SearchForm } from './_parts/search-form'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('search.title') }
}

export default async function SearchPage() {
  const answer = await show(Nothing, listSearches, {})
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value } = answer
  const { look } = standing
  const t = words(look.locale)
  return (
    <Desk standing={standing}>
      <Sheet title={t('search.title')} lead={t('search.lead')}>
        <SearchForm standing={standing} workers={value.workers} />
        <Card id="saved" title={t('search.saved')}>
          {value.saved.length === 0 && <Empty why={t('search.savedEmpty')} />}
          <ul className="lines">
            {value.saved.map(({ id, name, createdAt }) => (
              <li key={id}>
                <a href={`/search/${id}`}>{name}</a>
                <small>{t('search.savedSince', { time: instantText(createdAt, look) })}</small>
              </li>
            ))}
          </ul>
        </Card>
      </Sheet>
    </Desk>
  )
}
