import { sql } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import { Refusal } from '@/lib/refusal'
import { type ShowTitles, listOfKey, taskListKey, titlesKey } from '@/lib/tasks/forms'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'

/** Opens what colleagues wrote over the tasks of one list, for ten minutes, in this session alone: it may hold names. */
export const showTitles = verb('names.show', async (ctx: Ctx, input: ShowTitles) => {
  if (!mayEver(ctx.actor.role, 'name:show')) throw new Refusal('forbidden')
  const query = listOfKey(input.list)
  const list = titlesKey(query)
  await ctx.db.execute(sql`select show_names(${list}, interval '10 minutes')`)
  await record(ctx, 'names.show', { details: { list } })
  return { list: taskListKey(query) }
})
