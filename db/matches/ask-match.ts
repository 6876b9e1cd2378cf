import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { mayEver } from '@/lib/access/can'
import type { AskMatch } from '@/lib/matches/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'

const Asked = z.object({ own_case: z.uuid(), own_team: z.uuid(), other_case: z.uuid(), other_team: z.uuid() })

/** Asks the team that holds the other file of a pair for a grant; what they are told names the pair and nothing else. */
export const askMatch = verb('match.ask', async (ctx: Ctx, { pairId }: AskMatch) => {
  if (!mayEver(ctx.actor.role, 'match:ask')) throw new Refusal('forbidden')
  const [row] = await ctx.db.execute(sql`select * from ask_for_match(${randomUUID()}::uuid, ${pairId}::uuid)`)
  if (!row) throw new Refusal('conflict')
  const asked = Asked.parse(row)
  const files = [
    { caseId: asked.own_case, teamId: asked.own_team },
    { caseId: asked.other_case, teamId: asked.other_team },
  ]
  for (const file of files) await record(ctx, 'match.ask', { ...file, objectIds: [pairId] })
  return { id: pairId }
})
