import { type Look, themes } from '@/app/look'
import { words } from '@/app/words'
import { locales } from '@/lib/words/locales'

/** A server action for a plain form; the pressed button carries the value. */
export type Switch = (form: FormData) => Promise<void>

/** Each language in its own words, so that whoever needs it finds it. */
export const ownNames = { en: 'English', ko: '한국어' } as const

/** Language and appearance: buttons named `locale` and `theme`, in one form. */
export function Switches({ look, setLook }: { look: Look; setLook: Switch }) {
  const t = words(look.locale)
  return (
    <form className="switches" action={setLook}>
      <div role="group" aria-label={t('frame.language')}>
        {locales.map((locale) => (
          <button key={locale} name="locale" value={locale} lang={locale} aria-pressed={locale === look.locale}>
            {ownNames[locale]}
          </button>
        ))}
      </div>
      <div role="group" aria-label={t('frame.theme')}>
        {themes.map((theme) => (
          <button key={theme} name="theme" value={theme} aria-pressed={theme === look.theme}>
            {t(`frame.${theme}`)}
          </button>
        ))}
      </div>
    </form>
  )
}
