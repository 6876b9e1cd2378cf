import { words } from '@/app/words'
import type { ListAsked } from '@/lib/cases/list-asked'
import type { Locale } from '@/lib/words/locales'

type Props = { locale: Locale; listKey: string; asked: ListAsked['panel'] }

/** Links to what waits beside a list; the page draws what was asked for. */
export function ListPanels({ locale, listKey, asked }: Props) {
  const t = words(locale)
  const at = (panel: string) =>
    `/cases?${new URLSearchParams([...new URLSearchParams(listKey), ['panel', panel]]).toString()}`
  const panels = [['more', t('lists.more')]] as const
  return (
    <nav className="panels" aria-label={t('lists.panels')}>
      {panels
        .filter(([panel]) => panel !== asked)
        .map(([panel, title]) => (
          <a key={panel} href={at(panel)}>
            {title}
          </a>
        ))}
    </nav>
  )
}
