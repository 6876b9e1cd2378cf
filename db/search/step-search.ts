import type { RepeatSearch, StepSearch } from '@/lib/search/forms'
import type { SearchPlace } from '@/lib/search/terms'
import { Refusal } from '@/lib/refusal'
import { type Ctx, verb } from '../ctx'
import { findSearch } from './find-search'
import { assertMaySearch, keepSearch } from './keep-search'

const stepsMax = 8

/** Later than every change: a look through notes begins there. */
const newest: SearchPlace = { at: 'infinity', id: '00000000-0000-0000-0000-000000000000' }

/** One more step of a search, which stays as it was: what both find, what either finds, or what the new words do not. */
export const stepSearch = verb('search.step', async (ctx: Ctx, { id, step, text }: StepSearch) => {
  assertMaySearch(ctx)
  const { terms } = await findSearch(ctx, id)
  if (terms.clauses.length >= stepsMax) throw new Refusal('invalid', { text: 'too-many-steps' })
  const clauses = [...terms.clauses, { step, text }]
  return keepSearch(ctx, { step, previousId: id, terms: { clauses, filters: terms.filters } })
})

/** The same search once more, or its look through notes from where it ended. */
export const repeatSearch = verb('search.step', async (ctx: Ctx, { id, step }: RepeatSearch) => {
  assertMaySearch(ctx)
  const { terms, findings } = await findSearch(ctx, id)
  const after = step === 'on' ? (findings.looked?.next ?? newest) : null
  return keepSearch(ctx, { step, previousId: id, terms: { ...terms, after } })
})
