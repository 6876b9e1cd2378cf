import { z } from 'zod'
import { readEdtf } from '@/lib/dates/from-edtf'
import { RecordSituation } from './forms'

/** An entry as its proposal keeps it: what was typed, its date as EDTF. */
export const ProposedEntry = RecordSituation.omit({ ref: true, version: true }).extend({
  when: z
    .string()
    .transform((edtf, ctx) => {
      const date = readEdtf(edtf)
      if (date.ok) return date.value
      ctx.addIssue({ code: 'custom', message: date.reason, input: edtf })
      return z.NEVER
    })
    .optional(),
})
export type ProposedEntry = z.infer<typeof ProposedEntry>

export const entryText = (input: RecordSituation): string =>
  JSON.stringify({ ...input, ref: undefined, version: undefined, when: input.when?.edtf })

export const readEntryText = (text: string): ProposedEntry => ProposedEntry.parse(JSON.parse(text))
