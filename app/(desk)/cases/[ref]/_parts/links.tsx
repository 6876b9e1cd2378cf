import { Notice } from '@/app/ui/notice'
import { label, words } from '@/app/words'
import type { Part } from './part'

/** Under which other codes the same person is recorded, where a link stands and the reader reads both files. */
export function Links({ view, standing }: Part) {
  const { locale } = standing.look
  const t = words(locale)
  const [first] = view.links
  if (!first) return null
  return (
    <Notice kind="info">
      {t('matches.alsoRecorded')}{' '}
      {view.links.map(({ ref, pairId }, place) => (
        <span key={pairId}>
          {place > 0 && ' · '}
          <a href={`/matches/${pairId}`}>{ref}</a>
        </span>
      ))}
      {first.byLink !== null && first.byLink !== view.confidentiality && (
        <> — {t('matches.heldStricter', { confidentiality: label(locale, 'confidentialities', first.byLink) })}</>
      )}
    </Notice>
  )
}
