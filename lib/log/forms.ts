import { z } from 'zod'
import { auditDeeds, outcomes } from '@/lib/audit/deeds'
import { parseRef } from '@/lib/cases/ref'
import { Cursor } from '@/lib/cursor'
import { choice, line, prose, uuid } from '@/lib/text'

/** A day of the calendar between the years 1900 and 2999; anything else is no filter. */
const day = z.iso
  .date()
  .regex(/^(?:19|2\d)/)
  .optional()
  .catch(undefined)

const filters = {
  deed: choice(auditDeeds).catch(undefined),
  outcome: choice(outcomes).catch(undefined),
  actor: uuid().catch(undefined),
  from: day,
  to: day,
  ref: line({ max: 20 })
    .transform((text) => parseRef(text ?? '') ?? undefined)
    .catch(undefined),
}

/** What the log may be narrowed by; whatever is no filter is left out, so that a mistyped address shows the log. */
export const LogFilters = z.object(filters)
export type LogFilters = z.infer<typeof LogFilters>

export const LogQuery = z.object({ ...filters, after: Cursor })
export type LogQuery = z.infer<typeof LogQuery>

const chosen = ({ deed, outcome, actor, from, to, ref }: LogFilters): [string, string][] =>
  Object.entries({ deed, outcome, actor, from, to, ref }).flatMap(([name, value]) => (value ? [[name, value]] : []))

/** The filters as a query string, in one order, without the place in the log. */
export const logKey = (query: LogFilters): string => new URLSearchParams(chosen(query)).toString()

/** The filters as an entry of the log may hold them: words, days and ids, never a ref. */
export const filterCodes = (query: LogFilters): Record<string, string> =>
  Object.fromEntries(chosen({ ...query, ref: undefined }))

export const exportKinds = ['entries', 'records'] as const
export type ExportKind = (typeof exportKinds)[number]

export const exportFormats = ['csv', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** `entries` takes the filters of the log; `records` is every record. */
export const ExportLog = z.object({
  ...filters,
  kind: choice(exportKinds, { required: true }),
  format: choice(exportFormats, { required: true }),
  reason: prose({ max: 500, required: true }),
})
export type ExportLog = z.infer<typeof ExportLog>
