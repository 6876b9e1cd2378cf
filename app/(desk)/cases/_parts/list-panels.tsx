import { words } from '@/app/words'
import { mayEver } from '@/lib/access/can'
import type { Role } from '@/lib/access/grants'
import type { ListAsked } from '@/lib/cases/list-asked'
import type { Locale } from '@/lib/words/locales'

type Props = { locale: Locale; listKey: string; asked: ListAsked['panel']; role: Role }

/** Links to what waits beside a list; the page draws what was asked for. */
export function ListPanels({ locale, listKey, asked, role }: Props) {
  const t = words(locale)
  const open = asked === 'ticked' ? 'pick' : asked
  const panels = [
    ['more', t('lists.more')] as const,
    ...(mayEver(role, 'flag:raise') ? [['pick', t('lists.pick')] as const] : []),
    ['keep', t('lists.keep')] as const,
    ...(mayEver(role, 'list:export') ? [['export', t('lists.export')] as const] : []),
  ]
  return (
    <nav className="panels" aria-label={t('lists.panels')}>
      {panels
        .filter(([panel]) => panel !== open)
        .map(([panel, title]) => (
          <a key={panel} href={`/cases?${listKey}${listKey && '&'}panel=${panel}`}>
            {title}
          </a>
        ))}
      {mayEver(role, 'case:import') && <a href="/import">{t('imports.enter')}</a>}
    </nav>
  )
}
