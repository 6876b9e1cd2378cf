import { sql } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import type { ShowFound } from '@/lib/search/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { findSearch } from './find-search'

/** What a search is called where the session keeps whose names are open. */
export const foundKey = (id: string): string => `search=${id}`

/** Opens the names and words that a search found, for ten minutes, in this session alone. */
export const showFound = verb('names.show', async (ctx: Ctx, { id }: ShowFound) => {
  if (!mayEver(ctx.actor.role, 'name:show')) throw new Refusal('forbidden')
  await findSearch(ctx, id)
  const list = foundKey(id)
  await ctx.db.execute(sql`select show_names(${list}, interval '10 minutes')`)
  await record(ctx, 'names.show', { details: { list } })
  return { searchId: id }
})
