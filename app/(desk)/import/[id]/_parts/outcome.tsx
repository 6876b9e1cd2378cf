import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { Notice } from '@/app/ui/notice'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import type { ReadImport } from '@/db/imports/read-import'
import { columnsMax } from '@/lib/imports/import-fields'
import { matchedChoices } from '@/lib/imports/import-states'
import type { Locale } from '@/lib/words/locales'
import { remapImportAction, startImportAction } from '../actions'

type Props = { standing: Standing; list: ReadImport }

function Counts({ locale, list }: { locale: Locale; list: ReadImport }) {
  const t = words(locale)
  const { rowsDone, rowsBad, rowsMatched, rowsRepeated } = list.counts
  const isTried = list.state === 'checked'
  return (
    <ul className="lines">
      <li>{t(isTried ? 'imports.ready' : 'imports.opened', { n: rowsDone })}</li>
      {rowsBad > 0 && <li>{t('imports.bad', { n: rowsBad })}</li>}
      {rowsMatched > 0 && <li>{t('imports.matching', { n: rowsMatched })}</li>}
      {rowsRepeated > 0 && <li>{t('imports.repeated', { n: rowsRepeated })}</li>}
    </ul>
  )
}

const matchedField = (locale: Locale) => {
  const t = words(locale)
  return {
    name: 'matched',
    kind: 'radio' as const,
    label: t('imports.matched'),
    options: matchedChoices.map((value) => ({ value, label: t(`imports.matchedChoices.${value}`) })),
    value: 'leave',
    required: true,
  }
}

/** What a try or an import came to, and what can be done next. */
export function Outcome({ standing, list }: Props) {
  const { locale } = standing.look
  const t = words(locale)
  const hidden = { importId: list.id, version: String(list.version) }
  const { state, failure, counts } = list
  const canStart = state === 'checked' && counts.rowsDone + counts.rowsMatched > 0
  return (
    <Card id="outcome" title={t(`imports.states.${state}`)}>
      {failure && <Notice kind="error">{t(`imports.failures.${failure}`, { columns: columnsMax })}</Notice>}
      <Counts locale={locale} list={list} />
      {canStart && (
        <>
          <p className="hint">{t('imports.startLead')}</p>
          <PostForm
            action={startImportAction}
            id="start"
            form={standing.form('import.run')}
            fields={counts.rowsMatched > 0 ? [matchedField(locale)] : []}
            hidden={counts.rowsMatched > 0 ? hidden : { ...hidden, matched: 'leave' }}
            submit={t('imports.start')}
            free
            locale={locale}
          />
        </>
      )}
      {(state === 'checked' || state === 'cancelled') && (
        <PostForm
          action={remapImportAction}
          id="remap"
          form={standing.form('import.map')}
          fields={[]}
          hidden={hidden}
          submit={t('imports.remap')}
          kind="plain"
          free
          locale={locale}
        />
      )}
    </Card>
  )
}
