import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { Notice } from '@/app/ui/notice'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import type { ReadImport } from '@/db/imports/read-import'
import { cancelImportAction, resumeImportAction } from '../actions'

const againSeconds = '3'

/** How far it has come; the browser itself asks again, with a script or without. */
export function Running({ standing, list }: { standing: Standing; list: ReadImport }) {
  const { locale } = standing.look
  const t = words(locale)
  const { id, version, at, isStalled } = list
  const hidden = { importId: id, version: String(version) }
  return (
    <Card id="running" title={t(`imports.states.${list.state}`)}>
      {!isStalled && <meta httpEquiv="refresh" content={againSeconds} />}
      <Notice kind={isStalled ? 'warning' : 'info'}>
        {isStalled ? t('imports.stalled', { row: at }) : t('imports.waiting', { done: at })}
      </Notice>
      {isStalled && (
        <PostForm
          action={resumeImportAction}
          id="resume"
          form={standing.form('import.run')}
          fields={[]}
          hidden={hidden}
          submit={t('imports.goOn')}
          free
          locale={locale}
        />
      )}
      <PostForm
        action={cancelImportAction}
        id="cancel"
        form={standing.form('import.cancel')}
        fields={[]}
        hidden={hidden}
        submit={t('imports.cancel')}
        kind="plain"
        free
        locale={locale}
      />
      <p className="hint">{t('imports.cancelHint')}</p>
    </Card>
  )
}
