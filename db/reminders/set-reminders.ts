import { eq, sql } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import type { SetReminders } from '@/lib/accounts/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { reminders } from '../schema'

/** Whether the actor is told by e-mail that tasks are due; null for whoever has none. */
export async function readReminders({ db, actor }: Ctx): Promise<boolean | null> {
  if (!mayEver(actor.role, 'task:keep')) return null
  const [row] = await db.select({ isOff: reminders.isOff }).from(reminders).where(eq(reminders.accountId, actor.id))
  return row?.isOff !== true
}

/** Whether the actor wants to be told by e-mail that tasks are due. */
export const setReminders = verb('account.reminders', async (ctx: Ctx, { reminds }: SetReminders) => {
  if (!mayEver(ctx.actor.role, 'task:keep')) throw new Refusal('forbidden')
  await ctx.db.execute(sql`
    insert into reminder (account_id, is_off) values (${ctx.actor.id}::uuid, ${!reminds})
    on conflict (account_id) do update set is_off = excluded.is_off`)
  await record(ctx, 'account.reminders', { objectIds: [ctx.actor.id], details: { reminds } })
})
