import { words } from '@/app/words'
import type { Locale } from '@/lib/words/locales'
import { ButtonLink } from './button'

/** Hidden and not there: one answer, the same bytes. */
export function Absent({ locale }: { locale: Locale }) {
  const t = words(locale)
  return (
    <section className="card absent">
      <h1>{t('absent.title')}</h1>
      <p>{t('absent.body')}</p>
      <ButtonLink href="/">{t('absent.back')}</ButtonLink>
    </section>
  )
}
