import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '@/lib/refusal'
import { type OutsideCtx, asNobody } from '../ctx'
import type { House } from '../house'

const free = 30
const longestSeconds = 60

const missTag = (ctx: OutsideCtx, address: string) => ctx.vault.tag('address', `join ${address}`)

/** Slows down who tries one-time links from an address. @throws Refusal `too-many` */
export async function assertFewMisses(ctx: OutsideCtx, address: string): Promise<void> {
  const [row] = await ctx.db.execute(sql`select throttle_wait(array[${missTag(ctx, address)}::bytea]) as wait`)
  if (z.object({ wait: z.coerce.number() }).parse(row).wait > 0) throw new Refusal('too-many')
}

/** Counts a link that does not stand, in a transaction that does. */
export const countMiss = (house: House, by: { address: string; now: Date }): Promise<void> =>
  asNobody(house, by.now, async (ctx) => {
    await ctx.db.execute(
      sql`select throttle_failed(${missTag(ctx, by.address)}::bytea, ${free}::int, ${longestSeconds}::int)`,
    )
  })
