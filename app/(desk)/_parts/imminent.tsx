import type { Standing } from '@/app/door'
import { Notice } from '@/app/ui/notice'
import { words } from '@/app/words'
import type { ToldNotice } from '@/db/home/read-board'
import { NoticeLines } from './notice-lines'

/** Files of the team by whose newest entry somebody is about to be sent back: before anything else of the morning. */
export function Imminent({ notices, standing }: { notices: readonly ToldNotice[]; standing: Standing }) {
  const imminent = notices.filter(({ kind }) => kind === 'imminent-return')
  if (imminent.length === 0) return null
  const t = words(standing.look.locale)
  return (
    <Notice kind="warning" title={t('clock.imminent', { count: imminent.length })}>
      <NoticeLines notices={imminent} standing={standing} />
    </Notice>
  )
}
