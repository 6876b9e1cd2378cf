import { z } from 'zod'
import { line } from '@/lib/text'

const shapes = [
  /^(\d{1,2})(?::(\d{2}))?$/,
  /^(\d{2})(\d{2})$/,
  /^(\d{1,2})시(?: ?(\d{1,2})분)?$/,
  /^(\d{1,2})[:.](\d{2})$/,
]

function timeOf(typed: string): string | undefined {
  for (const shape of shapes) {
    const [, hour, minute = '00'] = shape.exec(typed) ?? []
    if (hour !== undefined && Number(hour) < 24 && Number(minute) < 60)
      return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
  }
  return undefined
}

/** A time of day on a clock of 24 hours as a form sends it: 21, 21:30, 2130 or 21시 30분. Any other text is `not-an-hour`. */
export function clockTime() {
  return line({ max: 20 }).transform((typed, ctx) => {
    if (typed === undefined) return undefined
    const time = timeOf(typed)
    if (time !== undefined) return time
    ctx.addIssue({ code: 'custom', message: 'not-an-hour', input: typed })
    return z.NEVER
  })
}
