import type { Metadata } from 'next'
import { show } from '@/app/door'
import { currentLook } from '@/app/look'
import { serverEnv } from '@/app/serving'
import { words } from '@/app/words'
import { HomeQuery, readHome } from '@/db/home/read-home'
import { Board } from './_parts/board'
import { Followed } from './_parts/followed'
import { Health } from './_parts/health'
import { Imminent } from './_parts/imminent'
import { LogState } from './_parts/log-state'
import { Mentioned } from './_parts/mentioned'
import { Referred } from './_parts/referred'
import { Returns } from './_parts/returns'
import { Reviews } from './_parts/reviews'
import { Today } from './_parts/today'
import { Desk, Instead, homeOf } from './desk'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('home.today') }
}

export default async function HomePage() {
  const { keysDir = '', world, isEmbedded } = serverEnv()
  const answer = await show(HomeQuery, readHome, { keysDir, world, embedded: isEmbedded })
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value } = answer
  return (
    <Desk standing={standing} current={homeOf(standing.actor.role)}>
      {value.role === 'coordinator' && value.board && <Returns returns={value.board.returns} standing={standing} />}
      {value.role === 'coordinator' && value.board && <Imminent notices={value.board.notices} standing={standing} />}
      {'mentions' in value && <Mentioned mentions={value.mentions} standing={standing} />}
      {value.role === 'caseworker' && <Today today={value.today} standing={standing} />}
      {value.role === 'coordinator' && <Reviews breaks={value.breaks} standing={standing} />}
      {value.role === 'coordinator' && value.board && <Board board={value.board} standing={standing} />}
      {value.role === 'auditor' && <LogState state={value.state} standing={standing} />}
      {value.role === 'admin' && <Health health={value.health} standing={standing} />}
      {value.role === 'coordinator' && <Referred referred={value.referred} standing={standing} />}
      {'followedFiles' in value && <Followed files={value.followedFiles} standing={standing} />}
    </Desk>
  )
}
