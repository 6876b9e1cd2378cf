import type { PartialDate } from './partial-date'

/** The month YYYY-MM that the whole date lies in, or null where it spans more than one. */
export function monthOf(date: PartialDate): string | null {
  const from = date.from?.slice(0, 7) ?? null
  return from !== null && from === date.to?.slice(0, 7) ? from : null
}
