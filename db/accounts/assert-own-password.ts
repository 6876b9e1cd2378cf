import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { passwordFits, spendComparison } from './password'

const Kept = z.object({ hash: z.instanceof(Uint8Array).nullable(), wait: z.coerce.number() })

/** What wrong answers of this account are counted by. */
export const ownPasswordTag = ({ actor, vault }: Ctx): Buffer => vault.tag('address', `own ${actor.id}`)

/**
 * Fresh authentication: the actor's own password, so that a session left open or stolen does nothing that lasts.
 * Wrong answers are counted by the door, in a transaction that stands.
 * @throws Refusal `invalid` at the field `current` when it is wrong, `too-many` after too many wrong ones
 */
export async function assertOwnPassword(ctx: Ctx, given: string): Promise<void> {
  const tag = ownPasswordTag(ctx)
  const [row] = await ctx.db.execute(sql`select my_password() as hash, throttle_wait(array[${tag}::bytea]) as wait`)
  const { hash, wait } = Kept.parse(row)
  if (wait > 0) throw new Refusal('too-many', { current: 'too-many' })
  const kept = hash && ctx.vault.openForHouse('account.password_hash', ctx.actor.id, hash).toString('utf8')
  const fits = kept ? await passwordFits(kept, given) : await spendComparison(given)
  if (!fits) throw new Refusal('invalid', { current: 'wrong-password' })
  await ctx.db.execute(sql`select throttle_passed(${tag}::bytea, array[]::bytea[])`)
}
