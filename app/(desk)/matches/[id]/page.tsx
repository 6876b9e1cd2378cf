import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { currentLook } from '@/app/look'
import { Sheet } from '@/app/ui/sheet'
import { label, words } from '@/app/words'
import { readMatch } from '@/db/matches/read-match'
import { MatchQuery } from '@/lib/matches/forms'
import { bitsText } from '../bits-text'
import { Decisions } from './_parts/decisions'
import { SideBySide } from './_parts/side-by-side'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ form?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('matches.title') }
}

export default async function MatchPage({ params, searchParams }: Props) {
  const answer = await show(MatchQuery, readMatch, await params)
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value: view } = answer
  const { locale } = standing.look
  const t = words(locale)
  const { form } = await searchParams
  const refs = view.sides.map(({ ref }) => ref)
  return (
    <Desk standing={standing} current="matches">
      <Sheet
        title={refs.join(' · ')}
        above={`${t('matches.title')} · ${label(locale, 'matchStates', view.state)}`}
        lead={t('matches.inAll', {
          strength: label(locale, 'strengths', view.strength),
          total: bitsText(view.total),
        })}
        printed={refs.join(' · ')}
      >
        <SideBySide view={view} standing={standing} />
        <Decisions view={view} standing={standing} asked={typeof form === 'string' ? form : undefined} />
      </Sheet>
    </Desk>
  )
}
