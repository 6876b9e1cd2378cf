import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { ButtonLink } from '@/app/ui/button'
import { Empty } from '@/app/ui/empty'
import { words } from '@/app/words'
import { readTimeline } from '@/db/timeline/read-timeline'
import { parseRef } from '@/lib/cases/ref'
import { TimelineQuery, timelinePath } from '@/lib/timeline/forms'
import { FileSheet } from '../_parts/file-sheet'
import { Chronicle } from './_parts/chronicle'
import { chronicleOf } from './_parts/chronicle-of'
import { Kinds } from './_parts/kinds'

type Props = {
  params: Promise<{ ref: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return { title: parseRef((await params).ref) ?? { absolute: 'Vigil' } }
}

export default async function TimelinePage({ params, searchParams }: Props) {
  const asked = { ...(await searchParams), ...(await params) }
  const answer = await show(TimelineQuery, readTimeline, asked)
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value } = answer
  const { locale } = standing.look
  const t = words(locale)
  const { head, items, earlier } = value
  const { kind, before } = TimelineQuery.parse(asked)
  return (
    <Desk standing={standing} current="cases">
      <FileSheet head={head} standing={standing} current="timeline">
        <Kinds path={timelinePath(head.ref, {})} kinds={kind} locale={locale} />
        {items.length > 0 ? (
          <Chronicle {...chronicleOf(value, locale)} />
        ) : (
          <Empty title={t('timeline.empty')} why={t('timeline.emptyWhy')} />
        )}
        <nav className="pages" aria-label={t('timeline.pages')}>
          {before && <ButtonLink href={timelinePath(head.ref, { kind })}>{t('timeline.newest')}</ButtonLink>}
          {earlier && (
            <ButtonLink href={timelinePath(head.ref, { kind, before: earlier })}>{t('timeline.earlier')}</ButtonLink>
          )}
        </nav>
      </FileSheet>
    </Desk>
  )
}
