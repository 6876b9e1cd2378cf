import { sql } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import { ListCases, type ShowNames, listKey } from '@/lib/cases/list-cases'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'

/** Opens the names of one list, for ten minutes, in this session alone. */
export const showNames = verb('names.show', async (ctx: Ctx, input: ShowNames) => {
  if (!mayEver(ctx.actor.role, 'name:show')) throw new Refusal('forbidden')
  const list = listKey(ListCases.parse(Object.fromEntries(new URLSearchParams(input.list))))
  await ctx.db.execute(sql`select show_names(${list}, interval '10 minutes')`)
  await record(ctx, 'names.show', { details: { list } })
  return { list }
})
