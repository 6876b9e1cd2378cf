import { and, eq, sql } from 'drizzle-orm'
import { emailKey } from '@/lib/accounts/forms'
import type { GiveGrant, RevokeGrant } from '@/lib/cases/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { accessGrants } from '../schema'
import { findFile } from './find-file'

const day = 86_400_000

/** Opens one file to one colleague, of any team, for a time and with a reason. */
export const giveGrant = verb('grant.give', async (ctx: Ctx, input: GiveGrant) => {
  const file = await findFile(ctx, input.ref, 'grant:give')
  const tag = ctx.vault.tag('email', emailKey(input.email))
  const [account] = await ctx.db.execute(sql`select id from sign_in_account(${tag}::bytea)`)
  const userId = typeof account?.['id'] === 'string' ? account['id'] : null
  if (!userId) throw new Refusal('invalid', { email: 'cannot-hold-files' })
  const [row] = await ctx.db.execute(sql`select may_hold_cases(${userId}::uuid, null) as may`)
  if (row?.['may'] !== true) throw new Refusal('invalid', { email: 'cannot-hold-files' })
  const id = newId()
  const until = new Date(ctx.now.getTime() + input.days * day)
  const reason = ctx.vault.seal('access_grant.reason', { caseId: file.id, rowId: id }, input.reason)
  await ctx.db.execute(
    sql`select give_grant(${id}::uuid, ${file.id}::uuid, ${userId}::uuid, ${input.level}, ${until.toISOString()}::timestamptz, ${reason}::bytea)`,
  )
  const details = { level: input.level, days: input.days, reason: input.reason }
  await record(ctx, 'grant.give', { caseId: file.id, teamId: file.teamId, objectIds: [id, userId], details })
  return { id: file.id, ref: file.ref }
})

export const revokeGrant = verb('grant.revoke', async (ctx: Ctx, input: RevokeGrant) => {
  const file = await findFile(ctx, input.ref, 'grant:give')
  const [standing] = await ctx.db
    .select({ version: accessGrants.version })
    .from(accessGrants)
    .where(and(eq(accessGrants.id, input.grantId), eq(accessGrants.caseId, file.id)))
  if (!standing) throw new Refusal('not-found')
  const [row] = await ctx.db.execute(sql`select revoke_grant(${input.grantId}::uuid, ${input.version}::int) as revoked`)
  if (row?.['revoked'] !== true) throw new Refusal('conflict')
  await record(ctx, 'grant.revoke', { caseId: file.id, teamId: file.teamId, objectIds: [input.grantId] })
  return { id: file.id, ref: file.ref }
})
