import { z } from 'zod'
import { line } from '@/lib/text'
import { parsePartialDate } from './parse-partial-date'
import type { PartialDate } from './partial-date'

export type PartialDateLimits = { required?: boolean; today?: () => string; future?: boolean }

/**
 * A date as a form sends it (see `parsePartialDate`). Issues are word keys: `required`, `not-a-date`,
 * `impossible-date`, `ambiguous-date`, and, where `future: false` and `today` are given, `future-date`.
 * "Unknown" and "모름" are the same answer as an empty field.
 * `today` gives the day (YYYY-MM-DD) that "yesterday" counts from; the caller has the clock, this room has none.
 */
export function partialDate(limits: PartialDateLimits & { required: true }): z.ZodType<PartialDate>
export function partialDate(limits?: PartialDateLimits): z.ZodOptional<z.ZodType<PartialDate | undefined>>
export function partialDate(limits: PartialDateLimits = {}): z.ZodType {
  const text = limits.required ? line({ max: 100, required: true }) : line({ max: 100 })
  const schema = text.transform((typed, ctx) => {
    if (typed === undefined) return undefined
    const today = limits.today?.()
    const answer = parsePartialDate(typed, { today })
    const message = answer.ok ? futureOf(answer.value, limits, today) : answer.reason
    if (message === 'unknown-date' && !limits.required) return undefined
    if (answer.ok && !message) return answer.value
    ctx.addIssue({
      code: 'custom',
      message: message === 'unknown-date' ? 'required' : (message ?? 'not-a-date'),
      input: typed,
    })
    return z.NEVER
  })
  return limits.required ? schema : schema.optional()
}

function futureOf(date: PartialDate, limits: PartialDateLimits, today: string | undefined): 'future-date' | undefined {
  const ahead = limits.future === false && today !== undefined && date.from !== null && date.from > today
  return ahead ? 'future-date' : undefined
}
