import type { Look } from '@/app/look'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { Instant } from '@/app/ui/instant'
import { Table } from '@/app/ui/table'
import { words } from '@/app/words'
import type { ImportState } from '@/lib/imports/import-states'

type Sent = { id: string; state: ImportState; startedAt: Date; rowsAll: number | null; rowsDone: number }

/** The lists one has sent, by when they came: what they say stands on no page of many. */
export function SentLists({ look, sent }: { look: Look; sent: readonly Sent[] }) {
  const t = words(look.locale)
  const columns = [
    { key: 'sent', label: t('imports.sent') },
    { key: 'state', label: t('imports.state') },
    { key: 'rows', label: t('imports.rows'), number: true, card: 'labelled' as const },
  ]
  const rows = sent.map(({ id, state, startedAt, rowsAll, rowsDone }) => ({
    key: id,
    cells: [
      <a key="at" href={`/import/${id}`}>
        <Instant at={startedAt} look={look} />
      </a>,
      t(`imports.states.${state}`),
      rowsAll ?? rowsDone,
    ],
  }))
  return (
    <Card id="sent" title={t('imports.mine')}>
      {rows.length > 0 ? (
        <Table caption={t('imports.caption')} columns={columns} rows={rows} />
      ) : (
        <Empty title={t('imports.none')} why={t('imports.noneWhy')} />
      )}
    </Card>
  )
}
