import type { Look } from '@/app/look'
import { words } from '@/app/words'
import type { WaitingPairs as Waiting } from '@/db/matches/waiting-pairs'
import { pairsMax } from '@/lib/matches/pairs-max'

/** Pairs of files that may be about one person, by how they wait; each line leads to its list. */
export function WaitingPairs({ pairs: { open, waiting }, look }: { pairs: Waiting; look: Look }) {
  const t = words(look.locale)
  const counted = (count: number) => ({ count, shown: count < pairsMax ? String(count) : `${pairsMax - 1}+` })
  if (open + waiting === 0) return null
  return (
    <ul className="lines">
      {waiting > 0 && (
        <li>
          <a href="/matches?list=waiting">{t('home.pairsWaiting', counted(waiting))}</a>
        </li>
      )}
      {open > 0 && (
        <li>
          <a href="/matches">{t('home.pairsOpen', counted(open))}</a>
        </li>
      )}
    </ul>
  )
}
