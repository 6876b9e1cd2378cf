export type Precision = 'day' | 'month' | 'year' | 'decade' | 'century' | 'season' | 'interval'

/**
 * A date as it is known: `edtf` is the whole of it, the rest is read from it.
 * `from` and `to` are the first and the last day it can be (YYYY-MM-DD, both included), null where nothing bounds it.
 */
export type PartialDate = {
  edtf: string
  from: string | null
  to: string | null
  precision: Precision
  approximate: boolean
  uncertain: boolean
}

export type DateProblem = 'not-a-date' | 'impossible-date' | 'ambiguous-date' | 'unknown-date'
export type Answer<T> = { ok: true; value: T } | { ok: false; reason: DateProblem }

export function no(reason: DateProblem): { ok: false; reason: DateProblem } {
  return { ok: false, reason }
}

export function yes<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}
