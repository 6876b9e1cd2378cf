import { ButtonLink } from '@/app/ui/button'
import { Card } from '@/app/ui/card'
import { Notice } from '@/app/ui/notice'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import { mayEver } from '@/lib/access/can'
import { exportListAction } from '../actions'
import type { Given } from './given'

/** The list as a file: on record with its reason first, then taken. */
export function ExportPanel({ standing, listKey, asked }: Given) {
  const { look, form, actor } = standing
  const t = words(look.locale)
  if (!mayEver(actor.role, 'list:export')) return null
  return (
    <Card id="export" title={t('lists.export')}>
      <p className="hint">{t('lists.exportLead')}</p>
      {asked.ready ? (
        <Notice kind="success">
          {t('lists.exportReady')} <ButtonLink href={`/api/lists/${asked.ready}`}>{t('lists.exportTake')}</ButtonLink>
        </Notice>
      ) : (
        <PostForm
          action={exportListAction}
          id="export-list"
          form={form('list.export')}
          hidden={{ list: listKey }}
          fields={[{ name: 'reason', kind: 'text', label: t('lists.exportReason'), required: true, wide: true }]}
          submit={t('lists.export')}
          locale={look.locale}
        />
      )}
    </Card>
  )
}
