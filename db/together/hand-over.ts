import { sql } from 'drizzle-orm'
import { can } from '@/lib/access/can'
import { grants } from '@/lib/access/grants'
import { Refusal } from '@/lib/refusal'
import type { HandOver } from '@/lib/together/forms'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'

/**
 * Gives a file to a colleague of its team with what the next one needs to know. The old owner's open tasks move along,
 * grants of the old owner end, and tasks are opened to be introduced where only the old voice is known.
 */
export const handOver = verb('case.hand-over', async (ctx: Ctx, input: HandOver) => {
  const file = await findFile(ctx, input.ref, 'case:hand-over')
  const { version, to, briefing } = input
  const isMine = file.ownerId === ctx.actor.id
  if (!isMine && grants[ctx.actor.role]['case:hand-over'] !== 'team') throw new Refusal('forbidden')
  if (file.version !== version) throw new Refusal('conflict', undefined, { version: String(file.version) })
  const [row] = await ctx.db.execute(sql`select may_hold_cases(${to}::uuid, ${file.teamId}::uuid) as may`)
  if (row?.['may'] !== true || to === file.ownerId) throw new Refusal('invalid', { to: 'cannot-hold-files' })
  const id = newId()
  const sealed = ctx.vault.seal('handover.briefing', { caseId: file.id, rowId: id }, briefing)
  await record(ctx, 'case.hand-over', {
    caseId: file.id,
    teamId: file.teamId,
    objectIds: [id, file.ownerId, to],
    details: { version },
  })
  const [moved] = await ctx.db.execute(
    sql`select hand_over(${id}::uuid, ${file.id}::uuid, ${to}::uuid, ${version}::int, ${sealed}::bytea) as version`,
  )
  if (moved?.['version'] !== version + 1) throw new Refusal('conflict')
  const stays = can(ctx.actor, 'case:read', { ...file.held, own: isMine ? null : file.held.own })
  return { id: file.id, ref: file.ref, stays }
})
