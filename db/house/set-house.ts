import { eq, sql } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import type { HouseSetting, SetHouse } from '@/lib/house/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { houseSettings } from '../schema'

/** What stands of a setting; one that nobody has touched is off. */
export async function readSetting(ctx: Ctx, name: HouseSetting): Promise<{ value: string; version: number }> {
  const { value, version } = houseSettings
  const [row] = await ctx.db.select({ value, version }).from(houseSettings).where(eq(houseSettings.name, name))
  return row ?? { value: 'off', version: 0 }
}

/** Switches something on or off for the whole house. */
export const setHouse = verb('house.set', async (ctx: Ctx, { name, value, version }: SetHouse) => {
  if (!mayEver(ctx.actor.role, 'house:set')) throw new Refusal('forbidden')
  const saved = await ctx.db
    .insert(houseSettings)
    .values({ name, value })
    .onConflictDoUpdate({
      target: houseSettings.name,
      set: { value, version: version + 1 },
      setWhere: eq(houseSettings.version, version),
    })
    .returning({ version: sql<number>`version` })
  if (saved.length === 0) {
    const theirs = await readSetting(ctx, name)
    throw new Refusal('conflict', undefined, { value: theirs.value, version: String(theirs.version) })
  }
  await record(ctx, 'house.set', { details: { name, value, version } })
  return { name, value }
})
