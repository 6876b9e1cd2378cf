import { z } from 'zod'
import { Version } from '@/lib/cases/forms'
import { listedTeams } from '@/lib/cases/list-cases'
import { risks } from '@/lib/risk/risks'
import { situations } from '@/lib/situations/situations'
import { choice, line, uuid } from '@/lib/text'
import { clauseSteps, hitKinds } from './kinds'

const signs = /[\p{L}\p{N}]/gu

/** One line that something can be found by: two letters, syllables or figures at least. */
const searched = line({ max: 200, required: true }).superRefine((text, ctx) => {
  const count = text.match(signs)?.length ?? 0
  if (count === 0) ctx.addIssue({ code: 'custom', message: 'no-letters' })
  if (count === 1) ctx.addIssue({ code: 'custom', message: 'one-letter' })
})

const year = line({ max: 4 }).superRefine((text, ctx) => {
  if (text !== undefined && !/^\d{4}$/.test(text)) ctx.addIssue({ code: 'custom', message: 'not-a-number' })
})

export const SubmitSearch = z.object({
  text: searched,
  kind: choice(hitKinds),
  situation: choice(situations),
  risk: choice(risks),
  team: choice(listedTeams),
  assignee: uuid(),
  year: year.optional(),
})
export type SubmitSearch = z.infer<typeof SubmitSearch>

const id = uuid({ required: true })

export const StepSearch = z.object({ id, step: choice(clauseSteps, { required: true }), text: searched })
export type StepSearch = z.infer<typeof StepSearch>

export const RepeatSearch = z.object({ id, step: choice(['again', 'on'], { required: true }) })
export type RepeatSearch = z.infer<typeof RepeatSearch>

export const SaveSearch = z.object({ id, version: Version, name: line({ max: 80, required: true }) })
export type SaveSearch = z.infer<typeof SaveSearch>

export const DeleteSearch = z.object({ id, version: Version })
export type DeleteSearch = z.infer<typeof DeleteSearch>

export const ShowFound = z.object({ id })
export type ShowFound = z.infer<typeof ShowFound>

/** A stored search and the page of it; what is no page is the first. */
export const ReadSearch = z.object({
  id,
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})
export type ReadSearch = z.infer<typeof ReadSearch>
