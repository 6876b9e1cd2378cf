import { z } from 'zod'
import { isDateField } from './form'
import { parsePartialDate } from './parse-partial-date'

const fieldsOf = (form: z.core.$ZodType): Record<string, z.core.$ZodType> => {
  if (form instanceof z.ZodPipe) return fieldsOf(form.in)
  return form instanceof z.ZodObject ? form.shape : {}
}

const settled = (text: unknown, today: string): unknown => {
  if (typeof text !== 'string' || parsePartialDate(text).ok) return text
  const read = parsePartialDate(text, { today })
  return read.ok ? read.value.edtf : text
}

/**
 * What was typed into a form, with "tomorrow", "지난달" and their like in its date fields written as the days they are,
 * counted from today (YYYY-MM-DD) where the writer is. Every other answer is left as it was typed.
 */
export function settleDates(form: z.ZodType, typed: Record<string, unknown>, today: string): Record<string, unknown> {
  const fields = fieldsOf(form)
  return Object.fromEntries(
    Object.entries(typed).map(([name, text]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined
      return [name, field && isDateField(field) ? settled(text, today) : text]
    }),
  )
}
