import { words } from '@/app/words'
import type { Locale } from '@/lib/words/locales'

/** A fault of ours, with the number by which an administrator finds it in the log. */
export function Failed({ locale, id }: { locale: Locale; id: string }) {
  const t = words(locale)
  return (
    <section className="card absent" role="alert">
      <h1>{t('failed.title')}</h1>
      <p>{t('failed.body')}</p>
      <p>
        <code>{id}</code>
      </p>
    </section>
  )
}
