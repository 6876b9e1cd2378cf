import type { ReactNode } from 'react'
import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { type Column, Table } from '@/app/ui/table'
import { label, words } from '@/app/words'
import type { MatchSide, MatchView } from '@/db/matches/read-match'
import { presentPartialDate } from '@/lib/dates/present-partial-date'
import type { MatchField, Score } from '@/lib/matches/fields'
import type { Locale } from '@/lib/words/locales'
import { bitsText } from '../../bits-text'

type Props = { view: MatchView; standing: Standing }

const lines = (texts: readonly string[]): ReactNode =>
  texts.length === 0 ? '—' : texts.map((text, place) => <span key={place}>{text}</span>)

/** What one file says of one field; how people are reached is compared without being opened. */
function told(side: MatchSide, field: MatchField, locale: Locale): ReactNode {
  const dated = side.arrests.flatMap(({ date }) => (date ? [presentPartialDate(date, locale)] : []))
  const placed = side.arrests.map(({ place, province }) =>
    [place, province && label(locale, 'provinces', province)].filter(Boolean).join(', '),
  )
  const told: Record<MatchField, readonly string[]> = {
    names: side.names,
    sex: [label(locale, 'sexes', side.sex)],
    birth: side.birth ? [presentPartialDate(side.birth, locale)] : [],
    origin: side.origins,
    'arrest-date': dated,
    'arrest-place': placed.filter((text) => text !== ''),
    relatives: side.relatives,
    channels: [],
  }
  return lines(told[field])
}

const found = ({ verdict, finding }: Score, locale: Locale): ReactNode => (
  <span className={`verdict ${verdict}`}>
    <strong>{label(locale, 'verdicts', verdict)}</strong>
    {verdict !== 'missing' && <span>{label(locale, 'findings', finding)}</span>}
  </span>
)

/** Two files field by field: what each says, whether it agrees, and what that weighs. */
export function SideBySide({ view, standing }: Props) {
  const { locale } = standing.look
  const t = words(locale)
  const [a, b] = view.sides
  if (!a || !b) return null
  const columns: Column[] = [
    { key: 'field', label: t('matches.field') },
    { key: 'a', label: a.ref, card: 'labelled' },
    { key: 'b', label: b.ref, card: 'labelled' },
    { key: 'verdict', label: t('matches.verdict'), card: 'second' },
    { key: 'weight', label: t('matches.weight'), number: true, card: 'labelled' },
  ]
  const rows = view.scores.map((score) => ({
    key: score.field,
    cells: [
      label(locale, 'matchFields', score.field),
      told(a, score.field, locale),
      told(b, score.field, locale),
      found(score, locale),
      bitsText(score.weight),
    ],
  }))
  return (
    <Card title={t('matches.sideBySide')}>
      <p className="hint">{t('matches.weightHint')}</p>
      <div className="compared">
        <Table caption={t('matches.sideBySide')} columns={columns} rows={rows} />
      </div>
      <p>
        {view.sides.map(({ ref }, place) => (
          <span key={ref}>
            {place > 0 && ' · '}
            <a href={`/cases/${ref}`}>{t('matches.openFile', { ref })}</a>
          </span>
        ))}
      </p>
    </Card>
  )
}
