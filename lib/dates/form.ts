import { z } from 'zod'
import { line } from '@/lib/text'
import { parsePartialDate } from './parse-partial-date'
import type { PartialDate } from './partial-date'

const dateFields = z.registry()

/** Whether a field of a form is a date as people write it, whatever is made of it afterwards. */
export const isDateField = (field: z.core.$ZodType): boolean =>
  dateFields.has(field) || (field instanceof z.ZodPipe && isDateField(field.in))

export type PartialDateLimits = { required?: boolean }

/**
 * A date as a form sends it (see `parsePartialDate`). Issues are word keys: `required`, `not-a-date`,
 * `impossible-date`, `ambiguous-date`. "Unknown" and "모름" are the same answer as an empty field. "Yesterday" is settled
 * before (`settleDates`): this room has no clock.
 */
export function partialDate(limits: PartialDateLimits & { required: true }): z.ZodType<PartialDate>
export function partialDate(limits?: PartialDateLimits): z.ZodOptional<z.ZodType<PartialDate | undefined>>
export function partialDate(limits: PartialDateLimits = {}): z.ZodType {
  const text = limits.required ? line({ max: 100, required: true }) : line({ max: 100 })
  const schema = text.transform((typed, ctx) => {
    if (typed === undefined) return undefined
    const answer = parsePartialDate(typed)
    if (answer.ok) return answer.value
    if (answer.reason === 'unknown-date' && !limits.required) return undefined
    ctx.addIssue({
      code: 'custom',
      message: answer.reason === 'unknown-date' ? 'required' : answer.reason,
      input: typed,
    })
    return z.NEVER
  })
  return (limits.required ? schema : schema.optional()).register(dateFields)
}
