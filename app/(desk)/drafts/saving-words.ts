import { words } from '@/app/words'
import type { Locale } from '@/lib/words/locales'

/** What a page says of its own saving; the place of the time is filled in the browser. */
export function savingWords(locale: Locale) {
  const t = words(locale)
  const time = '{time}'
  return {
    saved: t('intake.saved', { time }),
    failed: t('intake.failed', { time }),
    ended: t('intake.ended', { time }),
    conflict: t('intake.conflict'),
    gone: t('intake.gone'),
    likely: t('likely.title'),
  }
}
