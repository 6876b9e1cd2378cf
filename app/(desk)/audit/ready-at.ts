import { type ExportLog, logKey } from '@/lib/log/forms'

/** The log's page with the way to an export that now stands on record; what it holds is told by the address itself. */
export function readyAt(input: ExportLog, id: string): string {
  const query = new URLSearchParams(logKey(input))
  query.set('kind', input.kind)
  query.set('format', input.format)
  query.set('ready', id)
  return `/audit?${query.toString()}#export`
}
