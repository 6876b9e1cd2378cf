import { and, count, eq, gt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { mayEver } from '@/lib/access/can'
import { Refusal } from '@/lib/refusal'
import type { BreakGlass, GlassQuery } from '@/lib/together/forms'
import { assertOwnPassword } from '../accounts/assert-own-password'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { glassBreaks } from '../schema'

const week = 7 * 86_400_000
const weeklyMax = 3

const Opened = z.object({ file_id: z.uuid(), file_ref: z.string(), file_team: z.uuid() })

/** What is said before: how many files this person may still open so. Whether the hint stands is told by trying it. */
export const readGlass = verb('glass.break', async (ctx: Ctx, { hint }: GlassQuery) => {
  if (!mayEver(ctx.actor.role, 'glass:break')) throw new Refusal('forbidden')
  const since = new Date(ctx.now.getTime() - week)
  const [used] = await ctx.db
    .select({ n: count() })
    .from(glassBreaks)
    .where(and(eq(glassBreaks.userId, ctx.actor.id), gt(glassBreaks.at, since)))
  return { hint, left: Math.max(0, weeklyMax - (used?.n ?? 0)) }
})

/**
 * Opens the file that a search told of for four hours, to be read and nothing else. The database counts the uses,
 * tells the coordinators of both teams and sets the review, in this transaction.
 */
export const breakGlass = verb('glass.break', async (ctx: Ctx, input: BreakGlass) => {
  if (!mayEver(ctx.actor.role, 'glass:break')) throw new Refusal('forbidden')
  await assertOwnPassword(ctx, input.current)
  const id = newId()
  const reason = ctx.vault.sealForHouse('glass_break.reason', id, Buffer.from(input.reason))
  const [row] = await ctx.db.execute(sql`select * from break_glass(${id}::uuid, ${input.hint}::uuid, ${reason}::bytea)`)
  const { file_id: caseId, file_ref: ref, file_team: teamId } = Opened.parse(row)
  await record(ctx, 'glass.break', { caseId, teamId, objectIds: [id], details: { reason: input.reason } })
  return { ref }
})
