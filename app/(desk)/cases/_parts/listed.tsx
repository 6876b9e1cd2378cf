import { words } from '@/app/words'
import { columnsOf } from '@/lib/cases/chosen-columns'
import { caseHeads, caseLine } from './case-rows'
import { CaseTable } from './case-table'
import { type Given, isPicking } from './given'

/** The rows of the list, each with a box while several of them are being picked. */
export function Listed(given: Given) {
  const { standing, list, query, asked } = given
  const { look } = standing
  const t = words(look.locale)
  const columns = columnsOf(query.columns)
  const tick = { form: 'tick', label: t('lists.tickFile', { ref: '%' }), ticked: asked.pick }
  return (
    <CaseTable
      caption={t('cases.caption')}
      heads={caseHeads(columns, look.locale)}
      isNamed={list.namesUntil !== null}
      chosen={query.columns}
      lines={list.rows.map((row) => caseLine(row, columns, standing))}
      tick={isPicking(given) ? tick : undefined}
    />
  )
}
