import { z } from 'zod'
import { line, uuid, whole } from '@/lib/text'

/** `opening`: a file that has not been opened yet · `interview`: the full intake of one that stands. */
export const draftKinds = ['opening', 'interview'] as const
export type DraftKind = (typeof draftKinds)[number]

const draftCharactersMax = 60_000
const draftFieldsMax = 240
const fieldName = /^[a-zA-Z][\w-]{0,60}$/
const notTyped = ['form', 'confirmed', 'later', 'step']

/** What stands in a draft: what was typed, as it was typed, and the page that saved it last. */
export const Typed = z.object({ page: z.string(), fields: z.record(z.string(), z.string()) })
export type Typed = z.infer<typeof Typed>

/** Which state of a draft a page stands on: a page may save over its own words, and over nobody else's. */
export const DraftStand = z.object({
  draft: uuid({ required: true }),
  page: uuid({ required: true }),
  version: whole({ min: 0, max: 2 ** 31 - 1 }),
})
export type DraftStand = z.infer<typeof DraftStand>

/** Whether so much can be kept as one draft. */
export function fitsDraft(fields: Readonly<Record<string, string>>): boolean {
  const entries = Object.entries(fields)
  const characters = entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  return entries.length <= draftFieldsMax && characters <= draftCharactersMax
}

function fieldsIn(rest: Record<string, unknown>): Record<string, string> | null {
  const named = Object.entries(rest).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && fieldName.test(entry[0]) && !notTyped.includes(entry[0]),
  )
  const fields = Object.fromEntries(named)
  return fitsDraft(fields) ? fields : null
}

/** Kept as one types: nothing is judged, mended or cut off before it is sent. */
export const SaveDraft = DraftStand.extend({ ref: line({ max: 20 }) })
  .loose()
  .transform(({ draft, page, version, ref, ...rest }, ctx) => {
    const fields = fieldsIn(rest)
    if (fields) return { draft, page, version, fields, ...(typeof ref === 'string' && { ref }) }
    ctx.addIssue({ code: 'custom', message: 'too-long', input: null })
    return z.NEVER
  })
export type SaveDraft = z.infer<typeof SaveDraft>

export const DiscardDraft = DraftStand.pick({ draft: true, version: true })
export type DiscardDraft = z.infer<typeof DiscardDraft>

export const IntakeQuery = z.object({ draft: uuid() })
export type IntakeQuery = z.infer<typeof IntakeQuery>
