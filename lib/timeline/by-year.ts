import { yearOf } from '@/lib/dates/calendar'
import type { Bounds } from '@/lib/dates/edtf'

/** `bounds` is null where nobody knows when it was. Instants are milliseconds since 1970. */
export type Dated = { id: string; bounds: Bounds | null; recordedAt: number }

export type ByYear<T> = { years: { year: number; items: T[] }[]; undated: T[] }

const dayOf = ({ bounds }: Dated): string | null => bounds && (bounds.from ?? bounds.to)

/** By the first day it can have been, newest first; among equals what was recorded last stands first. */
function inOrder(a: Dated, b: Dated): number {
  const [first, second] = [dayOf(a) ?? '', dayOf(b) ?? '']
  if (first !== second) return first < second ? 1 : -1
  return b.recordedAt - a.recordedAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
}

/** Each item once, under the year it began in, newest first, in an order that does not hang on how they came; apart from them those without a date. */
export function byYear<T extends Dated>(items: readonly T[]): ByYear<T> {
  const found: ByYear<T> = { years: [], undated: [] }
  for (const item of [...items].sort(inOrder)) {
    const day = dayOf(item)
    const year = day === null ? null : yearOf(day)
    const last = found.years.at(-1)
    if (year === null) found.undated.push(item)
    else if (last?.year === year) last.items.push(item)
    else found.years.push({ year, items: [item] })
  }
  return found
}
