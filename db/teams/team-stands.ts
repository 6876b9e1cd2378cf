import { eq } from 'drizzle-orm'
import type { Ctx } from '../ctx'
import { teams } from '../schema'

export async function teamStands(ctx: Ctx, teamId: string): Promise<boolean> {
  const [team] = await ctx.db.select({ id: teams.id }).from(teams).where(eq(teams.id, teamId))
  return team !== undefined
}
