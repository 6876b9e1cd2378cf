import { Notice } from '@/app/ui/notice'
import { words } from '@/app/words'
import type { Part } from './part'

/** Somebody is safe: what that asks of us, before anyone is told. */
export function GoodNews({ view, standing }: Part) {
  const t = words(standing.look.locale)
  if (view.head.situation !== 'SHELTERED' && view.head.situation !== 'RESETTLED') return null
  return (
    <Notice kind="info" title={t('decisions.goodNews')}>
      <ul>
        <li>{t('decisions.askFirst')}</li>
        <li>{t('decisions.ownConsent')}</li>
        <li>{t('decisions.loops')}</li>
      </ul>
    </Notice>
  )
}
