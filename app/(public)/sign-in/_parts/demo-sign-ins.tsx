import { label, words } from '@/app/words'
import { demoSignIns } from '@/lib/accounts/demo-sign-ins'
import type { Locale } from '@/lib/words/locales'

/** Shown in the demonstration alone: who can sign in, and with what. */
export function DemoSignIns({ locale, password }: { locale: Locale; password: string }) {
  const t = words(locale)
  return (
    <section className="card">
      <h2>{t('signIn.demoTitle')}</h2>
      <p>{t('signIn.demoLead', { password })}</p>
      <ul className="sign-ins">
        {demoSignIns.map(({ email, role, team }) => (
          <li key={email}>
            <code>{email}</code>{' '}
            <span>
              {label(locale, 'roles', role)}
              {team === 'other' && ` · ${t('signIn.otherTeam')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
