import { Button, ButtonLink } from '@/app/ui/button'
import { Card } from '@/app/ui/card'
import type { FieldSpec } from '@/app/ui/field-spec'
import { Notice } from '@/app/ui/notice'
import { PostForm } from '@/app/ui/post-form'
import { label, words } from '@/app/words'
import { mayEver } from '@/lib/access/can'
import type { Locale } from '@/lib/words/locales'
import { exportListAction } from '../actions'
import type { Given } from './given'

function fieldsOf(locale: Locale): FieldSpec[] {
  const t = words(locale)
  return [
    {
      name: 'shape',
      kind: 'radio',
      label: t('lists.exportShape'),
      value: 'codes',
      wide: true,
      options: [
        { value: 'codes', label: label(locale, 'exportShapes', 'codes'), hint: t('lists.exportCodesHint') },
        { value: 'rows', label: label(locale, 'exportShapes', 'rows'), hint: t('lists.exportRowsHint') },
      ],
    },
    {
      name: 'contacts',
      kind: 'check',
      label: t('lists.exportContacts'),
      hint: t('lists.exportContactsHint'),
      wide: true,
    },
    { name: 'reason', kind: 'text', label: t('lists.exportReason'), required: true, wide: true },
  ]
}

/** The list as a file: on record with its reason first, then taken; by a post where there are names in it. */
export function ExportPanel({ standing, listKey, asked }: Given) {
  const { look, form, actor } = standing
  const t = words(look.locale)
  if (!mayEver(actor.role, 'list:export')) return null
  const at = `/api/lists/${asked.ready}`
  return (
    <Card id="export" title={t('lists.export')}>
      <p className="hint">{t('lists.exportLead')}</p>
      {asked.ready ? (
        <Notice kind="success">
          {t('lists.exportReady')} {!asked.shape && <ButtonLink href={at}>{t('lists.exportTake')}</ButtonLink>}
          {asked.shape && (
            <form id="take-rows" className="form inline" action={at} method="post">
              <Button>{t('lists.exportTake')}</Button>
            </form>
          )}
        </Notice>
      ) : (
        <PostForm
          action={exportListAction}
          id="export-list"
          form={form('list.export')}
          hidden={{ list: listKey }}
          fields={fieldsOf(look.locale)}
          submit={t('lists.export')}
          locale={look.locale}
        />
      )}
    </Card>
  )
}
