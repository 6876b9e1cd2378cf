import { eq, inArray } from 'drizzle-orm'
import { keyIdOf } from '@/lib/vault/seal'
import type { Ctx } from '../ctx'
import type { HouseKey } from '../house'
import { newId } from '../new-id'
import { searchKeys } from '../schema'

/** The key of this month, drawn by the month's first search. */
export async function searchKey(ctx: Ctx): Promise<HouseKey> {
  const month = ctx.now.toISOString().slice(0, 7)
  const standing = () => ctx.db.select().from(searchKeys).where(eq(searchKeys.month, month))
  const [found] = await standing()
  if (found) return ctx.vault.openMonthKey(found)
  await ctx.db
    .insert(searchKeys)
    .values({ month, ...ctx.vault.drawMonthKey(newId()) })
    .onConflictDoNothing()
  const [drawn] = await standing()
  if (!drawn) throw new Error('the key of the month was expected')
  return ctx.vault.openMonthKey(drawn)
}

/** The keys that sealed these bytes, by their ids; one that was destroyed is left out. */
export async function searchKeysOf(ctx: Ctx, sealed: readonly Uint8Array[]): Promise<Map<string, HouseKey>> {
  const ids = [...new Set(sealed.map(keyIdOf))]
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.select().from(searchKeys).where(inArray(searchKeys.id, ids))
  return new Map(rows.map((row) => [row.id, ctx.vault.openMonthKey(row)]))
}
