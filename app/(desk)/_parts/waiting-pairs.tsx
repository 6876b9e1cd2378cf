import type { Look } from '@/app/look'
import { words } from '@/app/words'
import type { WaitingPairs as Waiting } from '@/db/matches/waiting-pairs'

const counted = ({ n, more }: Waiting['open']) => ({ count: n, shown: more ? `${n}+` : String(n) })

/** Pairs of files that may be about one person, by how they wait; each line leads to its list. */
export function WaitingPairs({ pairs: { open, waiting }, look }: { pairs: Waiting; look: Look }) {
  const t = words(look.locale)
  if (open.n + waiting.n === 0) return null
  return (
    <ul className="lines">
      {waiting.n > 0 && (
        <li>
          <a href="/matches?list=waiting">{t('home.pairsWaiting', counted(waiting))}</a>
        </li>
      )}
      {open.n > 0 && (
        <li>
          <a href="/matches">{t('home.pairsOpen', counted(open))}</a>
        </li>
      )}
    </ul>
  )
}
