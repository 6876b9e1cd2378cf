import { sql } from 'drizzle-orm'
import type { ChangePassword } from '@/lib/accounts/forms'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { assertOwnPassword } from './assert-own-password'
import { hashPassword } from './password'

/** Every session of the account dies with its old password, this one too. */
export const changePassword = verb('account.password', async (ctx: Ctx, input: Omit<ChangePassword, 'again'>) => {
  await assertOwnPassword(ctx, input.current)
  const hashed = Buffer.from(await hashPassword(input.password), 'utf8')
  await record(ctx, 'account.password', { objectIds: [ctx.actor.id] })
  const sealed = ctx.vault.sealForHouse('account.password_hash', ctx.actor.id, hashed)
  await ctx.db.execute(sql`select set_my_password(${sealed}::bytea)`)
})
