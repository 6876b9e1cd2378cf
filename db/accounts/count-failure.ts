import { sql } from 'drizzle-orm'
import { record } from '../audit'
import type { OutsideCtx } from '../ctx'
import { type SignInAttempt, tagsOf } from './sign-in'

/** How many failures are free, and the longest wait after them in seconds, by what they have in common. */
const limits = [
  { of: 'pair', free: 5, longest: 900 },
  { of: 'account', free: 20, longest: 60 },
  { of: 'address', free: 50, longest: 300 },
] as const

/** Counts a failure against the pair, the account and the address; runs in a transaction that commits. */
export async function countFailure(ctx: OutsideCtx, attempt: SignInAttempt): Promise<void> {
  const tags = tagsOf(ctx, attempt)
  for (const { of, free, longest } of limits) {
    await ctx.db.execute(sql`select throttle_failed(${tags[of]}::bytea, ${free}::int, ${longest}::int)`)
  }
  await record(ctx, 'account.sign-in', { outcome: 'refused', details: { asked: tags.email.toString('hex') } })
}
