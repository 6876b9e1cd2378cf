import type { SubmitSearch } from '@/lib/search/forms'
import { type Ctx, verb } from '../ctx'
import { assertMaySearch, keepSearch } from './keep-search'

export const submitSearch = verb('search.submit', async (ctx: Ctx, { text, ...filters }: SubmitSearch) => {
  assertMaySearch(ctx)
  return keepSearch(ctx, { step: 'first', terms: { clauses: [{ step: 'first', text }], filters } })
})
