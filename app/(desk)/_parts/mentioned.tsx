import type { Standing } from '@/app/door'
import { Notice } from '@/app/ui/notice'
import { words } from '@/app/words'
import type { UnreadMention } from '@/db/together/of-colleagues'

/** That a colleague mentioned the reader, and in which files; what was said stands there alone. */
export function Mentioned({ mentions, standing }: { mentions: UnreadMention[]; standing: Standing }) {
  const t = words(standing.look.locale)
  if (mentions.length === 0) return null
  return (
    <Notice
      kind="info"
      title={t('together.youWereMentioned', { count: mentions.reduce((sum, one) => sum + one.count, 0) })}
    >
      {mentions.map(({ ref }, place) => (
        <span key={ref}>
          {place > 0 && ' · '}
          <a href={`/cases/${ref}/together#comments`}>{ref}</a>
        </span>
      ))}
    </Notice>
  )
}
