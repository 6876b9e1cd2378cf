import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Found, type Join, emailKey } from '@/lib/accounts/forms'
import { sha256 } from '@/lib/audit/sha256'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type OutsideCtx, verb } from '../ctx'
import { hashPassword } from './password'

const Invited = z.object({ account_id: z.uuid(), role: z.string(), founding: z.boolean(), team_id: z.uuid().nullable() })
export type Invited = { role: string; founding: boolean }

const tokenHash = (token: string) => sha256(Buffer.from(token, 'utf8'))

async function invitedBy(ctx: OutsideCtx, token: string) {
  const [row] = await ctx.db.execute(sql`select * from invitation_of(${tokenHash(token)}::bytea)`)
  if (!row) throw new Refusal('not-found')
  return Invited.parse(row)
}

/** Who a one-time link is for; an unknown, used or expired one is not found. */
export async function readInvitation(ctx: OutsideCtx, token: string): Promise<Invited> {
  const { role, founding } = await invitedBy(ctx, token)
  return { role, founding }
}

/** Sets the password of an invited account; the link is spent with it. The first accounts of a world also say who they are. */
export const join = verb('account.join', async (ctx: OutsideCtx, input: Join & Partial<Found>) => {
  const { account_id: id, founding, team_id: teamId } = await invitedBy(ctx, input.token)
  const { vault } = ctx
  const staff = (field: 'account.email' | 'account.name' | 'account.password_hash', text: string) =>
    vault.sealForHouse(field, id, Buffer.from(text, 'utf8'))
  if (founding && (!input.email || !input.name)) throw new Refusal('invalid', { email: 'required', name: 'required' })
  const email = input.email ?? ''
  const team =
    teamId && input.teamName ? vault.sealForHouse('team.name', teamId, Buffer.from(input.teamName, 'utf8')) : null
  const password = staff('account.password_hash', await hashPassword(input.password))
  await ctx.db.execute(
    sql`select accept_invitation(${tokenHash(input.token)}::bytea, ${password}::bytea, ${vault.tag('email', emailKey(email))}::bytea,
      ${staff('account.email', email)}::bytea, ${staff('account.name', input.name ?? '')}::bytea, ${team}::bytea)`,
  )
  await record(ctx, 'account.join', { objectIds: [id] })
})
