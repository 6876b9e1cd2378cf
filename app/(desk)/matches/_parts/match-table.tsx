import type { Look } from '@/app/look'
import { instantText } from '@/app/ui/instant'
import { type Column, Table } from '@/app/ui/table'
import { label, words } from '@/app/words'
import type { ListedMatch } from '@/db/matches/list-matches'
import { bitsText } from '../bits-text'

/** Pairs by the codes of their files; who they are about is told on the page of a pair alone. */
export function MatchTable({ rows, look }: { rows: ListedMatch[]; look: Look }) {
  const { locale } = look
  const t = words(locale)
  const columns: Column[] = [
    { key: 'pair', label: t('matches.pair') },
    { key: 'strength', label: t('matches.strength') },
    { key: 'total', label: t('matches.total'), number: true, card: 'labelled' },
    { key: 'teams', label: t('matches.teams'), card: 'second' },
    { key: 'state', label: t('matches.state'), card: 'second' },
    { key: 'found', label: t('matches.found'), card: 'off' },
  ]
  return (
    <Table
      caption={t('matches.caption')}
      columns={columns}
      rows={rows.map(({ id, refs, teams, strength, total, state, foundAt }) => ({
        key: id,
        cells: [
          <a key="pair" href={`/matches/${id}`}>
            {refs.join(' · ')}
          </a>,
          label(locale, 'strengths', strength),
          bitsText(total),
          [...new Set(teams)].join(' · '),
          label(locale, 'matchStates', state),
          instantText(foundAt, look),
        ],
      }))}
    />
  )
}
