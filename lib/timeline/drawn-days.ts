import { possibleDays } from '@/lib/dates/compare'
import type { Bounds } from '@/lib/dates/edtf'
import type { PartialDate } from '@/lib/dates/partial-date'

/** How long what began on a date went on: until a day (YYYY-MM-DD), still, or no longer than the date itself. */
export type Lasting = { until: string | null; isOpen: boolean }

/** The days a mark on the scale covers: every day the date can be, and the time it went on after. */
export function drawnDays(date: PartialDate, { until, isOpen }: Lasting): Bounds {
  const { from, to } = possibleDays(date)
  if (isOpen) return { from, to: null }
  return { from, to: to !== null && until !== null && until > to ? until : to }
}
