import { label, words } from '@/app/words'
import type { Standing } from '@/app/door'
import { columnsOf } from '@/lib/cases/chosen-columns'
import { ListCases } from '@/lib/cases/list-cases'
import type { Given } from './given'

type Said = { standing: Standing; list: Pick<Given['list'], 'workers'> }

/** A list's address in words: what it is narrowed by, its order and its columns. */
export function listText(key: string, { standing, list }: Said): string {
  const { locale } = standing.look
  const t = words(locale)
  const query = ListCases.parse(Object.fromEntries(new URLSearchParams(key)))
  const { situation, risk, worker, province, silence, review, workflow, team, flagged, mine, sort, columns } = query
  const said = [
    situation && label(locale, 'situations', situation),
    risk && label(locale, 'risks', risk),
    worker && (list.workers.find(({ id }) => id === worker)?.name ?? t('together.colleague')),
    province && label(locale, 'provinces', province),
    silence && t('home.silentOver', { days: silence }),
    review && label(locale, 'reviewStates', review),
    workflow && label(locale, 'listedWorkflows', workflow),
    team && label(locale, 'listedTeams', team),
    flagged && t('lists.flagged'),
    mine && t('cases.mine'),
  ].filter(Boolean)
  const ordered = sort && `${t('lists.order')}: ${label(locale, 'caseSorts', sort)}`
  const drawn = columns && columnsOf(columns).map((column) => label(locale, 'caseColumns', column))
  const seen = drawn && `${t('lists.columns')}: ${drawn.join(', ')}`
  return [said.join(', ') || t('lists.everything'), ordered, seen].filter(Boolean).join(' · ')
}
