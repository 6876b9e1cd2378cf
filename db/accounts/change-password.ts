import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { ChangePassword } from '@/lib/accounts/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { hashPassword, passwordFits } from './password'

const Kept = z.object({ hash: z.instanceof(Uint8Array) })

/** Every session of the account dies with its old password, this one too. */
export const changePassword = verb('account.password', async (ctx: Ctx, input: ChangePassword) => {
  const [row] = await ctx.db.execute(sql`select my_password() as hash`)
  const kept = ctx.vault.openForHouse('account.password_hash', ctx.actor.id, Kept.parse(row).hash).toString('utf8')
  if (!(await passwordFits(kept, input.current))) throw new Refusal('invalid', { current: 'wrong-password' })
  const hashed = Buffer.from(await hashPassword(input.password), 'utf8')
  await record(ctx, 'account.password', { objectIds: [ctx.actor.id] })
  const sealed = ctx.vault.sealForHouse('account.password_hash', ctx.actor.id, hashed)
  await ctx.db.execute(sql`select set_my_password(${sealed}::bytea)`)
})
