import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { disableAccount } from '@/db/accounts/disable-account'
import { moveAccount } from '@/db/accounts/move-account'
import { changePassword } from '@/db/accounts/change-password'
import { confirmAccount } from '@/db/accounts/confirm-account'
import { createAccount } from '@/db/accounts/create-account'
import { endSession, signOut } from '@/db/accounts/end-session'
import { join, readInvitation } from '@/db/accounts/join'
import { type SignInAttempt, sessionHash, signIn } from '@/db/accounts/sign-in'
import { asNobody, asPerson } from '@/db/ctx'
import { CreateAccount } from '@/lib/accounts/forms'
import { type Person, type World, makeWorld } from '../../support/world'

const password = 'a password that is long enough'

let world: World
let admin: Person
let lead: Person

beforeAll(async () => {
  world = await makeWorld()
  admin = await world.person({ role: 'admin', password })
  lead = await world.person({ role: 'coordinator' })
})

const isIn = (hash: Uint8Array) =>
  asPerson(world.house, { hash, now: new Date() }, (ctx) => Promise.resolve(ctx.actor.id)).catch(
    (error: unknown) => error,
  )

const signedOut = expect.objectContaining({ name: 'Refusal', code: 'signed-out' })

const enters = (email: string, given: Partial<SignInAttempt> = {}) =>
  asNobody(world.house, new Date(), (ctx) => signIn(ctx, { email, password, address: '192.0.2.1', ...given }))

describe('a session opens nothing any more at the next request once', () => {
  test('its account is disabled', async () => {
    const mina = await world.person({ role: 'caseworker' })
    expect(await isIn(mina.hash)).toBe(mina.id)
    await world.does(admin, disableAccount, { accountId: mina.id, version: 1, current: password })
    expect(await isIn(mina.hash)).toEqual(signedOut)
  })

  test('its account moves to another team, and a coordinator of that team must let it in', async () => {
    const mina = await world.person({ role: 'caseworker', password })
    await world.does(admin, moveAccount, { accountId: mina.id, version: 1, current: password, teamId: world.south })
    expect(await isIn(mina.hash)).toEqual(signedOut)
    await expect(enters(mina.email)).rejects.toMatchObject({ code: 'invalid' })
    await expect(world.does(lead, confirmAccount, { accountId: mina.id, version: 2 })).rejects.toMatchObject({
      code: 'not-found',
    })
    const southLead = await world.person({ role: 'coordinator', teamId: world.south })
    await world.does(southLead, confirmAccount, { accountId: mina.id, version: 2 })
    expect(await isIn(mina.hash)).toEqual(signedOut)
    await expect(enters(mina.email)).resolves.toMatchObject({ locale: 'en' })
  })

  test('its account has another password, role or team, by whatever way', async () => {
    const changes = [
      (person: Person) =>
        world.does(person, changePassword, {
          current: password,
          password: 'another long password',
          again: 'another long password',
        }),
      (person: Person) =>
        world.owner.sql`update account set access_version = access_version + 1 where id = ${person.id}`,
      (person: Person) => world.owner.sql`update account set state = 'waiting' where id = ${person.id}`,
    ]
    for (const change of changes) {
      const mina = await world.person({ role: 'caseworker', password })
      await change(mina)
      expect(await isIn(mina.hash)).toEqual(signedOut)
    }
  })

  test('it was ended, or its owner signed out; the other sessions of the account live on', async () => {
    const mina = await world.person({ role: 'caseworker', password })
    const second = await enters(mina.email)
    await world.does(mina, endSession, { sessionId: mina.sessionId })
    expect(await isIn(mina.hash)).toEqual(signedOut)
    expect(await isIn(sessionHash(second.sessionId))).toBe(mina.id)
    await asPerson(world.house, { hash: sessionHash(second.sessionId), now: new Date() }, (ctx) =>
      signOut(ctx, undefined),
    )
    expect(await isIn(sessionHash(second.sessionId))).toEqual(signedOut)
  })

  test('it was idle too long or stood too long', async () => {
    for (const column of ['idle_until', 'absolute_until']) {
      const mina = await world.person({ role: 'caseworker' })
      await world.owner
        .sql`update session set ${world.owner.sql(column)} = now() - interval '1 second' where id = ${mina.sessionId}`
      expect(await isIn(mina.hash), column).toEqual(signedOut)
    }
  })
})

describe('a session', () => {
  const seenAt = async (person: Person) => {
    const [row] = await world.owner
      .sql`select seen_at, idle_until, absolute_until, xmin::text as written from session where id = ${person.sessionId}`
    return row
  }

  test('is written at most once a minute, and never outlives its end', async () => {
    const mina = await world.person({ role: 'caseworker' })
    const before = await seenAt(mina)
    for (let time = 0; time < 3; time += 1) await isIn(mina.hash)
    expect(await seenAt(mina)).toEqual(before)
    await world.owner.sql`
      update session set seen_at = now() - interval '61 seconds', absolute_until = now() + interval '5 minutes' where id = ${mina.sessionId}`
    const old = await seenAt(mina)
    await isIn(mina.hash)
    const fresh = await seenAt(mina)
    expect(fresh?.['written']).not.toBe(old?.['written'])
    expect(fresh?.['idle_until']).toEqual(fresh?.['absolute_until'])
    await isIn(mina.hash)
    expect(await seenAt(mina)).toEqual(fresh)
  })

  test('is new at each sign-in, and the database holds the hash of its id alone', async () => {
    const mina = await world.person({ role: 'caseworker', password })
    const [one, two] = [await enters(mina.email), await enters(mina.email)]
    expect(one.sessionId).not.toBe(two.sessionId)
    expect(Buffer.from(one.sessionId, 'base64url')).toHaveLength(32)
    const rows = await world.owner.sql`select s::text as row from session s`
    expect(JSON.stringify(rows)).not.toContain(one.sessionId)
    expect(await isIn(Buffer.from(one.sessionId, 'utf8'))).toEqual(signedOut)
    expect(await isIn(sessionHash(one.sessionId))).toBe(mina.id)
  })

  test('says who acts: the hash set in the transaction, and nothing the application hands over', async () => {
    const mina = await world.person({ role: 'caseworker' })
    await asPerson(world.house, { hash: mina.hash, now: new Date() }, async ({ db }) => {
      const [row] = await db.execute(sql`select my_id() as id`)
      expect(row?.['id']).toBe(mina.id)
    })
    const [after] = await world.house.db.execute(
      sql`select my_id() as id, current_setting('vigil.session', true) as hash`,
    )
    expect([after?.['id'], after?.['hash'] || null]).toEqual([null, null])
  })
})

describe('a new account', () => {
  const made = (role: string) => {
    const email = `${role}-${Math.random().toString(36).slice(2)}@test.example`
    return {
      email,
      input: CreateAccount.parse({ email, name: 'New Colleague', role, teamId: world.north, current: password }),
    }
  }
  const joins = (token: string) => asNobody(world.house, new Date(), (ctx) => join(ctx, { token, password }))

  test('that reads files takes effect only when a coordinator of its team confirms', async () => {
    const { email, input } = made('caseworker')
    const { id, token } = await world.does(admin, createAccount, input)
    await expect(world.does(lead, confirmAccount, { accountId: id, version: 1 })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await joins(token)
    await expect(enters(email)).rejects.toMatchObject({ code: 'invalid' })
    await world.does(lead, confirmAccount, { accountId: id, version: 2 })
    await expect(enters(email)).resolves.toBeTruthy()
  })

  test('has a one-time link: spent, unknown or run out it is not found', async () => {
    const { input } = made('auditor')
    const { token } = await world.does(admin, createAccount, input)
    await joins(token)
    await expect(joins(token)).rejects.toMatchObject({ code: 'not-found' })
    await expect(joins('never-given')).rejects.toMatchObject({ code: 'not-found' })
    const late = await world.does(admin, createAccount, made('auditor').input)
    await world.owner.sql`update invitation set until = now() - interval '1 second' where account_id = ${late.id}`
    await expect(
      asNobody(world.house, new Date(), (ctx) => readInvitation(ctx, { token: late.token })),
    ).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('nobody hands over one that reads files now: the database gives no link to it', async () => {
    const mina = await world.person({ role: 'caseworker' })
    const link = world.as(admin, ({ db }) =>
      db.execute(sql`select invite('\\x01'::bytea, ${mina.id}::uuid, interval '1 day')`),
    )
    await expect(link).rejects.toMatchObject({ cause: { code: 'VG403' } })
  })

  test('is no admin’s own: nobody gives a role, team or link to himself', async () => {
    const own = { accountId: admin.id, version: 1, current: password }
    await expect(world.does(admin, moveAccount, { ...own, teamId: world.north })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(world.does(admin, disableAccount, own)).rejects.toMatchObject({ code: 'forbidden' })
    const raw = [
      sql`select invite('\\x01'::bytea, ${admin.id}::uuid, interval '1 day')`,
      sql`update account set role = 'coordinator' where id = ${admin.id}::uuid`,
      sql`insert into account (id, team_id, role, state, email_tag, email, name, created_at)
        values (gen_random_uuid(), ${world.north}::uuid, 'coordinator', 'active', '\\x01', '\\x01', '\\x01', now())`,
    ]
    for (const statement of raw) await expect(world.as(admin, ({ db }) => db.execute(statement))).rejects.toThrow()
    const [row] = await world.as(admin, ({ db }) =>
      db.execute(sql`update account set team_id = ${world.north}::uuid where id = ${admin.id}::uuid returning id`),
    )
    expect(row).toBeUndefined()
  })

  test('cannot be made active by an admin where it reads files, not even in the database', async () => {
    const mina = await world.person({ role: 'caseworker', state: 'waiting' })
    const raised = world.as(admin, ({ db }) =>
      db.execute(sql`update account set state = 'active' where id = ${mina.id}::uuid`),
    )
    await expect(raised).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})
