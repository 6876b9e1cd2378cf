import { latestToday } from '@/lib/dates/compare'
import { fromEdtf, readEdtf } from '@/lib/dates/from-edtf'
import type { PartialDate } from '@/lib/dates/partial-date'
import type { Situation } from './situations'

export type DatedEntry = { situation: Situation; valid: PartialDate | null; recordedAt: Date }

/** The last day an entry can speak for: what is expected is a plan, true when it is written down and proving nothing after. */
function lastDayOf({ situation, recordedAt }: DatedEntry): string {
  return situation === 'IMMINENT_RETURN' ? recordedAt.toISOString().slice(0, 10) : latestToday(recordedAt)
}

/**
 * The date an entry speaks for, which never begins after the entry was recorded: one that lies ahead counts as of the
 * day of its recording (UTC), and an interval that runs on ends there; a month or a year not yet over stays as it is.
 */
export function entryDate(entry: DatedEntry): PartialDate | null {
  const { valid } = entry
  const day = lastDayOf(entry)
  if (valid === null) return null
  if (valid.from !== null && valid.from > day) return fromEdtf(day)
  if (valid.precision !== 'interval' || valid.to === null || valid.to <= day) return valid
  const cut = readEdtf(`${valid.edtf.split('/')[0] ?? ''}/${day}`)
  return cut.ok ? cut.value : fromEdtf(day)
}

/** The last day (YYYY-MM-DD) of which a date can speak, written down at that instant; '' where nothing bounds it. */
export function lastDayKnown(date: PartialDate | null, recordedAt: Date): string {
  const last = date?.to ?? date?.from ?? ''
  const latest = latestToday(recordedAt)
  return last < latest ? last : latest
}
