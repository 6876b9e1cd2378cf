import { Cursor } from '@/lib/cursor'

/** By what a list of files is ordered: newest change, greatest danger, soonest review, longest silence. */
export const caseSorts = ['changed', 'risk', 'review', 'silence'] as const
export type CaseSort = (typeof caseSorts)[number]

/** The last file of a page by what its list is ordered by; `at` is `none` for a file without a review. */
export type ListPlace = { risk: string; at: string; id: string }

/** What stands for "no review is due": such files come last. */
export const noReview = 'none'

const silentPlace = /^(\d{4}-\d{2}-\d{2})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const reviewPlace = /^none~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const isDay = (text: string) => {
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

function byInstant(text: string, risk = ''): ListPlace | undefined {
  const found = Cursor.parse(text)
  return found && { risk, ...found }
}

const readers: Record<CaseSort, (text: string) => ListPlace | undefined> = {
  changed: (text) => byInstant(text),
  risk: (text) => (/^R[0-4]~/.test(text) ? byInstant(text.slice(3), text.slice(0, 2)) : undefined),
  review: (text) => {
    const [, id] = reviewPlace.exec(text) ?? []
    return id ? { risk: '', at: noReview, id } : byInstant(text)
  },
  silence: (text) => {
    const [, at, id] = silentPlace.exec(text) ?? []
    return at && id && isDay(at) ? { risk: '', at, id } : undefined
  },
}

/** The place in a list of this order; what is no place is the beginning. */
export const placeIn = (sort: CaseSort, text: string | undefined): ListPlace | undefined =>
  text === undefined ? undefined : readers[sort](text)

/** The same place as the address of the next page says it. */
export const placeText = (sort: CaseSort, { risk, at, id }: ListPlace): string =>
  sort === 'risk' ? `${risk}~${at}~${id}` : `${at}~${id}`
