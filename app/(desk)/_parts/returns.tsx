import type { Standing } from '@/app/door'
import { Notice } from '@/app/ui/notice'
import { returnDueText } from '@/app/ui/return-text'
import { words } from '@/app/words'
import type { ReturnDue } from '@/db/home/read-board'

/** Files of the team whose return is expected on a day that is known, the first day first. */
export function Returns({ returns, standing }: { returns: readonly ReturnDue[]; standing: Standing }) {
  const { look, now } = standing
  if (returns.length === 0) return null
  return (
    <Notice kind="warning" title={words(look.locale)('returns.title', { count: returns.length })}>
      <ul>
        {returns.map(({ ref, at }) => (
          <li key={ref}>
            <a href={`/cases/${ref}`}>{ref}</a> {returnDueText(at, now, look)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
