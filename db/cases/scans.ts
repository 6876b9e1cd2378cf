import { type SQL, sql } from 'drizzle-orm'
import { type CaseSort, type ListPlace, noReview } from '@/lib/cases/list-place'
import { newestFirst } from '../newest-first'
import { caseFiles } from '../schema'

/** What a row is ordered by, as PostgreSQL writes it into JSON. */
export type Ordered = {
  id: string
  risk: string
  changed_at: string
  review_due: string | null
  silent_since: string
}

/** One ordered scan of an index: what it is narrowed by besides, and where a page that follows a place begins in it. */
export type Scan = { order: SQL; where?: SQL; after: (place: ListPlace) => SQL | null }

const { id, risk, changedAt, reviewDue, silentSince } = caseFiles
const instant = (place: ListPlace) => sql`${place.at}::timestamptz`
const isNone = ({ at }: ListPlace) => at === noReview

/**
 * Every order ends with the id, so that rows of one instant are not lost between two pages. Danger is read backwards from
 * its index, so that among files of one risk the longest untouched comes first. Files without a review follow those with one.
 */
export const scans: Record<CaseSort, readonly [Scan, ...Scan[]]> = {
  changed: [
    {
      order: sql`${newestFirst(changedAt)}, ${id}`,
      after: (place) =>
        sql`${changedAt} <= ${instant(place)} and (${changedAt} < ${instant(place)} or ${id} > ${place.id}::uuid)`,
    },
  ],
  risk: [
    {
      order: sql`${risk} desc, ${changedAt} asc nulls first, ${id} desc`,
      after: (place) =>
        sql`${risk} <= ${place.risk} and (${risk} < ${place.risk} or ${changedAt} > ${instant(place)}
          or (${changedAt} = ${instant(place)} and ${id} < ${place.id}::uuid))`,
    },
  ],
  review: [
    {
      order: sql`${reviewDue}, ${id}`,
      where: sql`${reviewDue} is not null`,
      after: (place) =>
        isNone(place)
          ? null
          : sql`${reviewDue} >= ${instant(place)} and (${reviewDue} > ${instant(place)} or ${id} > ${place.id}::uuid)`,
    },
    {
      order: sql`${id}`,
      where: sql`${reviewDue} is null`,
      after: (place) => (isNone(place) ? sql`${id} > ${place.id}::uuid` : sql`true`),
    },
  ],
  silence: [
    {
      order: sql`${silentSince}, ${id}`,
      after: (place) =>
        sql`${silentSince} >= ${place.at}::date and (${silentSince} > ${place.at}::date or ${id} > ${place.id}::uuid)`,
    },
  ],
}

/** A whole list in one statement: the order of its first scan puts files without a review last of itself. */
export const wholeOrder = (sort: CaseSort): SQL => scans[sort][0].order

const up = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byReview = (a: string | null, b: string | null) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : up(a, b))

/** The same orders for rows of several scans. */
export const orders: Record<CaseSort, (a: Ordered, b: Ordered) => number> = {
  changed: (a, b) => up(b.changed_at, a.changed_at) || up(a.id, b.id),
  risk: (a, b) => up(b.risk, a.risk) || up(a.changed_at, b.changed_at) || up(b.id, a.id),
  review: (a, b) => byReview(a.review_due, b.review_due) || up(a.id, b.id),
  silence: (a, b) => up(a.silent_since, b.silent_since) || up(a.id, b.id),
}

/** Where a page that follows this row begins. */
export function placeOf(sort: CaseSort, row: Ordered): ListPlace {
  const at = {
    changed: row.changed_at,
    risk: row.changed_at,
    review: row.review_due ?? noReview,
    silence: row.silent_since,
  }
  return { risk: row.risk, at: at[sort], id: row.id }
}
