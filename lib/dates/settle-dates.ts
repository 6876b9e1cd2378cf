import { z } from 'zod'
import { isDateField } from './form'
import { parsePartialDate } from './parse-partial-date'

const inner = new WeakMap<z.core.$ZodType, z.core.$ZodType>()

/** What a form asks for that hides its fields behind a choice of what to do with them. */
export function asksFor<Outer extends z.ZodType>(outer: Outer, form: z.core.$ZodType): Outer {
  inner.set(outer, form)
  return outer
}

const fieldsOf = (form: z.core.$ZodType): Record<string, z.core.$ZodType> => {
  const asked = inner.get(form)
  if (asked) return fieldsOf(asked)
  if (form instanceof z.ZodPipe) return fieldsOf(form.in)
  return form instanceof z.ZodObject ? form.shape : {}
}

const settled = <Value>(text: Value, today: string): Value | string => {
  if (typeof text !== 'string' || parsePartialDate(text).ok) return text
  const read = parsePartialDate(text, { today })
  return read.ok ? read.value.edtf : text
}

/**
 * What was typed into a form, with "tomorrow", "지난달" and their like in its date fields written as the days they are,
 * counted from today (YYYY-MM-DD) where the writer is. Every other answer is left as it was typed.
 */
export function settleDates<Value>(
  form: z.ZodType,
  typed: Record<string, Value>,
  today: string,
): Record<string, Value | string> {
  const fields = fieldsOf(form)
  return Object.fromEntries(
    Object.entries(typed).map(([name, text]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined
      return [name, field && isDateField(field) ? settled(text, today) : text]
    }),
  )
}
