import { words } from '@/app/words'
import { mayEver } from '@/lib/access/can'
import { columnsOf } from '@/lib/cases/chosen-columns'
import { caseHeads, caseLine } from './case-rows'
import { CaseTable } from './case-table'
import type { Given } from './given'

/** The rows of the list, each with a box for whoever may do something on several files. */
export function Listed({ standing, list, query, asked }: Given) {
  const { look, actor } = standing
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
      tick={mayEver(actor.role, 'flag:raise') ? tick : undefined}
    />
  )
}
