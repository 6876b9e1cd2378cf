import { words } from '@/app/words'
import type { Part } from './part'

/** The shortest ways from the file to recording a contact, a channel and a relative. */
export function Reach({ view, standing }: Part) {
  const t = words(standing.look.locale)
  const ways = [
    view.can.logContact && (['contact', t('caseFile.addLog')] as const),
    view.can.edit && (['channel', t('caseFile.addContact')] as const),
    view.can.edit && (['relative', t('family.addRelative')] as const),
  ].filter((way) => way !== false)
  if (ways.length === 0) return null
  return (
    <nav className="panels" aria-label={t('caseFile.tabs.family')}>
      {ways.map(([form, title]) => (
        <a key={form} href={`/cases/${view.ref}/family?form=${form}#${form}`}>
          {title}
        </a>
      ))}
    </nav>
  )
}
