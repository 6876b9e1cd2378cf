import { ButtonLink } from '@/app/ui/button'
import { Card } from '@/app/ui/card'
import { Table } from '@/app/ui/table'
import { words } from '@/app/words'
import type { ReadImport } from '@/db/imports/read-import'
import { reasonText } from '@/lib/imports/left'
import type { Locale } from '@/lib/words/locales'

/** Rows that opened no file, by their place in the list, with what is wrong with each. */
export function LeftRows({ locale, list }: { locale: Locale; list: ReadImport }) {
  const t = words(locale)
  const columns = [
    { key: 'row', label: t('imports.row'), number: true, card: 'labelled' as const },
    { key: 'reason', label: t('imports.reason') },
  ]
  const rows = list.left.map(({ number, reasons, refs }) => ({
    key: String(number),
    cells: [number, reasons.map((reason) => reasonText(locale, reason, refs)).join(' ')],
  }))
  return (
    <Card
      id="left"
      title={t('imports.left')}
      actions={<ButtonLink href={`/api/imports/${list.id}`}>{t('imports.take')}</ButtonLink>}
    >
      <p className="hint">{t('imports.leftLead')}</p>
      <Table caption={t('imports.leftCaption', { n: rows.length })} columns={columns} rows={rows} />
    </Card>
  )
}
