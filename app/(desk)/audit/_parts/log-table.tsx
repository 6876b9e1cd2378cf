import type { Look } from '@/app/look'
import { instantText } from '@/app/ui/instant'
import { Table } from '@/app/ui/table'
import { label, words } from '@/app/words'
import type { LoggedEntry } from '@/db/log/present-entries'
import { clockId, matcherId } from '@/lib/access/grants'

type Props = { look: Look; entries: LoggedEntry[]; leaves: boolean }

/** Whoever has no name to be shown is told by what they are. */
function nameless(actorId: string | null) {
  if (actorId === null) return 'audit.somebody'
  if (actorId === matcherId) return 'matches.matcher'
  return actorId === clockId ? 'audit.clock' : 'audit.elsewhere'
}

function cells(entry: LoggedEntry, { look, leaves }: Omit<Props, 'entries'>) {
  const { locale } = look
  const t = words(locale)
  return [
    <time key="at" dateTime={entry.at.toISOString()}>
      {instantText(entry.at, look)}
    </time>,
    entry.actor ?? t(nameless(entry.actorId)),
    label(locale, 'auditDeeds', entry.deed),
    entry.ref ? (
      <a key="ref" href={`/cases/${entry.ref}`}>
        {entry.ref}
      </a>
    ) : (
      entry.objects || '—'
    ),
    label(locale, 'outcomes', entry.outcome),
    entry.reason && (
      <span key="reason" className="text">
        {entry.reason}
      </span>
    ),
    ...(leaves ? [entry.leaf ?? t('audit.pending')] : []),
  ]
}

/** Entries, newest first. */
export function LogTable({ entries, ...props }: Props) {
  const t = words(props.look.locale)
  return (
    <Table
      caption={t('audit.caption')}
      columns={[
        { key: 'at', label: t('audit.time') },
        { key: 'actor', label: t('audit.actor') },
        { key: 'deed', label: t('audit.deed'), card: 'second' },
        { key: 'object', label: t('audit.object'), card: 'second' },
        { key: 'outcome', label: t('audit.outcome'), card: 'second' },
        { key: 'reason', label: t('audit.reason'), card: 'off' },
        ...(props.leaves ? [{ key: 'leaf', label: t('audit.leaf'), number: true, card: 'labelled' as const }] : []),
      ]}
      rows={entries.map((entry) => ({ key: entry.id, cells: cells(entry, props) }))}
    />
  )
}
