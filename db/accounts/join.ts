import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { roles } from '@/lib/access/grants'
import { type FoundTeam, type Join, emailKey, readsFiles } from '@/lib/accounts/forms'
import { sha256 } from '@/lib/audit/sha256'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type OutsideCtx, verb } from '../ctx'
import { hashPassword } from './password'

const Row = z.object({
  account_id: z.uuid(),
  role: z.enum(roles),
  founding: z.boolean(),
  team_id: z.uuid().nullable(),
  name: z.instanceof(Uint8Array),
  team_name: z.instanceof(Uint8Array).nullable(),
})
type Row = z.infer<typeof Row>

/** Who a one-time link is for. The first accounts of a world have no name yet: they say it themselves. */
export type Invited = { role: Row['role']; founding: boolean; name: string | null; team: string | null }

const tokenHash = (token: string) => sha256(Buffer.from(token, 'utf8'))

/** An unknown, used or expired link is not found. */
async function invitedBy(ctx: OutsideCtx, token: string): Promise<Row> {
  const [row] = await ctx.db.execute(sql`select * from invited(${tokenHash(token)}::bytea)`)
  if (!row) throw new Refusal('not-found')
  return Row.parse(row)
}

export const readInvitation = verb(
  'account.join',
  async (ctx: OutsideCtx, { token }: { token: string }): Promise<Invited> => {
    const { account_id: id, role, founding, team_id: teamId, ...sealed } = await invitedBy(ctx, token)
    if (founding) return { role, founding, name: null, team: null }
    const name = ctx.vault.openForHouse('account.name', id, sealed.name).toString('utf8')
    const team = teamId && sealed.team_name && ctx.vault.openForHouse('team.name', teamId, sealed.team_name)
    return { role, founding, name, team: team ? team.toString('utf8') : null }
  },
)

type Joining = Omit<Join, 'again'> & Partial<Pick<FoundTeam, 'email' | 'name' | 'teamName'>>

/** What the first accounts of a world say about themselves, sealed; the others were named by who invited them. */
async function sayWho(ctx: OutsideCtx, of: Row, input: Joining) {
  const { email, name, teamName } = input
  if (email === undefined || name === undefined || (of.team_id !== null && teamName === undefined)) {
    throw new Refusal('invalid', { email: 'required', name: 'required', teamName: 'required' })
  }
  const tag = ctx.vault.tag('email', emailKey(email))
  const [same] = await ctx.db.execute(sql`select id from sign_in_account(${tag}::bytea)`)
  if (same) throw new Refusal('invalid', { email: 'taken' })
  const seal = (field: 'account.email' | 'account.name' | 'team.name', text: string, id = of.account_id) =>
    ctx.vault.sealForHouse(field, id, Buffer.from(text, 'utf8'))
  return {
    tag,
    email: seal('account.email', email),
    name: seal('account.name', name),
    team: of.team_id !== null && teamName !== undefined ? seal('team.name', teamName, of.team_id) : null,
  }
}

const alreadyNamed = { tag: null, email: null, name: null, team: null }

/** Sets the password of an invited account; the link is spent with it. Says whether the account still waits for a coordinator. */
export const join = verb('account.join', async (ctx: OutsideCtx, input: Joining): Promise<{ waits: boolean }> => {
  const of = await invitedBy(ctx, input.token)
  const { tag, email, name, team } = of.founding ? await sayWho(ctx, of, input) : alreadyNamed
  const hashed = Buffer.from(await hashPassword(input.password), 'utf8')
  const password = ctx.vault.sealForHouse('account.password_hash', of.account_id, hashed)
  await ctx.db.execute(
    sql`select accept_invitation(${tokenHash(input.token)}::bytea, ${password}::bytea, ${tag}::bytea, ${email}::bytea, ${name}::bytea, ${team}::bytea)`,
  )
  await record(ctx, 'account.join', { objectIds: [of.account_id], teamId: of.team_id })
  return { waits: readsFiles(of.role) && !of.founding }
})
