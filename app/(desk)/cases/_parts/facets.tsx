import { label, words } from '@/app/words'
import type { FacetCounts } from '@/db/lists/facet-counts'
import { type ListCases, filterKey } from '@/lib/cases/list-cases'
import type { Locale } from '@/lib/words/locales'

type Props = { counts: FacetCounts; query: ListCases; locale: Locale }

/** The counts that cannot wait, each the way to its list. */
export function Facets({ counts, query, locale }: Props) {
  const t = words(locale)
  const shown = filterKey(query)
  const links = [
    ...(['R4', 'R3'] as const).map((risk) => ({
      key: `risk=${risk}`,
      text: `${risk} ${label(locale, 'risks', risk)}`,
      count: counts.risk.get(risk),
    })),
    ...(['30', '90'] as const).map((days) => ({
      key: `silence=${days}`,
      text: t('home.silentOver', { days: Number(days) }),
      count: counts.silence.get(days),
    })),
    { key: 'review=due', text: label(locale, 'reviewStates', 'due'), count: counts.review.get('due') },
  ].filter(({ count }) => count)
  if (links.length === 0) return null
  return (
    <nav className="facets" aria-label={t('lists.facets')}>
      {links.map(({ key, text, count }) => (
        <a key={key} href={`/cases?${key}`} aria-current={key === shown || undefined}>
          {text} <b>{count}</b>
        </a>
      ))}
    </nav>
  )
}
