import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type SignIn, emailKey } from '@/lib/accounts/forms'
import { sha256 } from '@/lib/audit/sha256'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type OutsideCtx, verb } from '../ctx'
import { passwordFits, spendComparison } from './password'

const Found = z.object({
  id: z.uuid(),
  password_hash: z.instanceof(Uint8Array).nullable(),
  state: z.string(),
  locale: z.string(),
  time_zone: z.string(),
  theme: z.string(),
})

export type SignedIn = { sessionId: string; locale: string; timeZone: string; theme: string }
export type SignInAttempt = SignIn & { address: string }

export function tagsOf(ctx: OutsideCtx, attempt: SignInAttempt) {
  const email = emailKey(attempt.email)
  return {
    pair: ctx.vault.tag('address', `${attempt.address} ${email}`),
    account: ctx.vault.tag('address', `account ${email}`),
    address: ctx.vault.tag('address', `address ${attempt.address}`),
    email: ctx.vault.tag('email', email),
  }
}

/** Someone who signed in from this address before is not slowed by others who guess at the same account. */
async function assertNotTooFast(ctx: OutsideCtx, tags: ReturnType<typeof tagsOf>): Promise<void> {
  const known = z
    .array(z.object({ known: z.boolean() }))
    .parse(await ctx.db.execute(sql`select throttle_known(${tags.pair}::bytea) as known`))
  const asked = known[0]?.known ? [tags.pair] : [tags.pair, tags.account, tags.address]
  const list = sql.join(
    asked.map((tag) => sql`${tag}::bytea`),
    sql`, `,
  )
  const [wait] = z
    .array(z.object({ seconds: z.coerce.number() }))
    .parse(await ctx.db.execute(sql`select throttle_wait(array[${list}]) as seconds`))
  if ((wait?.seconds ?? 0) > 0) throw new Refusal('too-many', { email: 'too-many' })
}

/** Answers "no such user" and "wrong password" alike, in words and in time. The session id is random and told once. */
export const signIn = verb('account.sign-in', async (ctx: OutsideCtx, attempt: SignInAttempt): Promise<SignedIn> => {
  const tags = tagsOf(ctx, attempt)
  await assertNotTooFast(ctx, tags)
  const rows = await ctx.db.execute(sql`select * from sign_in_account(${tags.email}::bytea)`)
  const found = rows[0] ? Found.parse(rows[0]) : null
  const hashed = found?.password_hash
    ? ctx.vault.openForHouse('account.password_hash', found.id, found.password_hash).toString('utf8')
    : null
  const fits = hashed ? await passwordFits(hashed, attempt.password) : await spendComparison(attempt.password)
  if (!found || !fits || found.state !== 'active') throw new Refusal('invalid', { email: 'wrong-sign-in' })
  const sessionId = randomBytes(32).toString('base64url')
  await ctx.db.execute(
    sql`select begin_session(${randomUUID()}::uuid, ${sessionHash(sessionId)}::bytea, ${found.id}::uuid)`,
  )
  await ctx.db.execute(sql`select throttle_passed(${tags.pair}::bytea, array[${tags.account}::bytea])`)
  await ctx.db.execute(sql`select * from enter(${sessionHash(sessionId)}::bytea)`)
  await record({ ...ctx, actor: { id: found.id, teamId: null } }, 'account.sign-in', { objectIds: [found.id] })
  return { sessionId, locale: found.locale, timeZone: found.time_zone, theme: found.theme }
})

/** What the database keeps of a session id. */
export const sessionHash = (sessionId: string): Uint8Array => sha256(Buffer.from(sessionId, 'utf8'))
