import { beforeAll, describe, expect, test } from 'vitest'
import { changePassword } from '@/db/accounts/change-password'
import { countWrongPassword } from '@/db/accounts/count-wrong-password'
import { endOtherSessions, endSession } from '@/db/accounts/end-session'
import { readAccount } from '@/db/accounts/read-account'
import { setLook } from '@/db/accounts/set-look'
import { sessionHash, signIn } from '@/db/accounts/sign-in'
import { asNobody, asPerson } from '@/db/ctx'
import { ChangePassword, SetLook } from '@/lib/accounts/forms'
import { entriesAbout } from '../../support/entries'
import { type Person, type World, makeWorld } from '../../support/world'

const password = 'an old password that is long'
const fresh = 'a new password that is longer'

let world: World
let mina: Person

beforeAll(async () => {
  world = await makeWorld()
})

const enters = async (person: Person, given = password) => {
  const { sessionId } = await asNobody(world.house, new Date(), (ctx) =>
    signIn(ctx, { email: person.email, password: given, address: '192.0.2.7' }),
  )
  return sessionHash(sessionId)
}

const lives = (hash: Uint8Array) =>
  asPerson(world.house, { hash, now: new Date() }, () => Promise.resolve(true)).catch(() => false)

const deedsAbout = async (id: string) => (await entriesAbout(world, id)).map(({ deed }) => deed)

describe('a person’s own account', () => {
  beforeAll(async () => {
    mina = await world.person({ role: 'caseworker', password })
  })

  test('keeps language, zone and theme, and the log says so', async () => {
    const look = SetLook.parse({ locale: 'ko', theme: 'dark', timeZone: 'Asia/Pyongyang' })
    expect(await world.does(mina, setLook, look)).toEqual(look)
    const actor = await world.as(mina, (ctx) => Promise.resolve(ctx.actor))
    expect(actor).toMatchObject(look)
    expect(await deedsAbout(mina.id)).toContain('account.look')
  })

  test('who signs in is about from then on', async () => {
    const { sql } = world.owner
    await sql`update account set here_at = null where id = ${mina.id}`
    await enters(mina)
    expect(await sql`select from account where id = ${mina.id} and here_at > now() - interval '1 minute'`).toHaveLength(
      1,
    )
    await sql`delete from session where account_id = ${mina.id} and id <> ${mina.sessionId}`
  })

  test('shows its address and where it is signed in, this session first and nobody else’s', async () => {
    const other = await world.person({ role: 'caseworker', password })
    const second = await enters(mina)
    const seen = await world.does(mina, readAccount, undefined)
    expect(seen.email).toBe(mina.email)
    expect(seen.sessions.map(({ here }) => here)).toEqual([true, false])
    expect(seen.sessions[0]?.id).toBe(mina.sessionId)
    expect((await world.does(other, readAccount, undefined)).sessions.map(({ id }) => id)).toEqual([other.sessionId])
    await asPerson(world.house, { hash: second, now: new Date() }, async (ctx) => {
      expect((await readAccount(ctx, undefined)).sessions[0]).toMatchObject({ id: ctx.actor.sessionId, here: true })
    })
  })

  test('does not list sessions that are over: ended, idle, too old, or from before a change of rights', async () => {
    const kim = await world.person({ role: 'caseworker', password })
    for (const change of [
      world.owner.sql`ended_at = now()`,
      world.owner.sql`idle_until = now() - interval '1 second'`,
      world.owner.sql`absolute_until = now() - interval '1 second'`,
      world.owner.sql`access_version = 0`,
    ]) {
      const hash = await enters(kim)
      await world.owner.sql`update session set ${change} where hash = ${Buffer.from(hash)}`
    }
    expect((await world.does(kim, readAccount, undefined)).sessions.map(({ id }) => id)).toEqual([kim.sessionId])
  })
})

describe('ending sessions', () => {
  test('all others at once: this one lives on, and the entry names those that ended', async () => {
    const kim = await world.person({ role: 'coordinator', password })
    const [one, two] = [await enters(kim), await enters(kim)]
    await world.does(kim, endOtherSessions, undefined)
    expect([await lives(one), await lives(two), await lives(kim.hash)]).toEqual([false, false, true])
    const [entry] = await world.owner.sql`
      select cardinality(object_ids) as n from audit_entry where actor_id = ${kim.id} and deed = 'account.session-end'`
    expect(entry).toEqual({ n: 2 })
  })

  test('the session of someone else is not found, and lives on', async () => {
    const [kim, other] = [await world.person({ role: 'caseworker' }), await world.person({ role: 'admin' })]
    const end = world.does(other, endSession, { sessionId: kim.sessionId })
    await expect(end).rejects.toMatchObject({ code: 'not-found' })
    expect(await lives(kim.hash)).toBe(true)
    expect(await entriesAbout(world, kim.sessionId)).toEqual([])
  })

  test('one’s own can end too, and the entry stands', async () => {
    const kim = await world.person({ role: 'auditor' })
    await world.does(kim, endSession, { sessionId: kim.sessionId })
    expect(await lives(kim.hash)).toBe(false)
    expect(await deedsAbout(kim.sessionId)).toEqual(['account.session-end'])
  })
})

describe('changing the password', () => {
  const changed = (person: Person, current: string) =>
    world.does(person, changePassword, ChangePassword.parse({ current, password: fresh, again: fresh }))

  test('ends every session, leaves an entry, and only the new one opens from then on', async () => {
    const kim = await world.person({ role: 'caseworker', password })
    const second = await enters(kim)
    await changed(kim, password)
    expect([await lives(kim.hash), await lives(second)]).toEqual([false, false])
    await expect(enters(kim)).rejects.toMatchObject({ code: 'invalid' })
    expect(await lives(await enters(kim, fresh.normalize('NFD')))).toBe(true)
    expect(await deedsAbout(kim.id)).toContain('account.password')
  })

  test('asks for the present one: a wrong one is told at its field and changes nothing', async () => {
    const kim = await world.person({ role: 'caseworker', password })
    await expect(changed(kim, 'a guess')).rejects.toMatchObject({
      code: 'invalid',
      fields: { current: 'wrong-password' },
    })
    expect(await lives(kim.hash)).toBe(true)
    expect(await deedsAbout(kim.id)).toEqual([])
  })

  test('of a stolen session cannot be guessed: after five wrong answers even the right one waits', async () => {
    const kim = await world.person({ role: 'caseworker', password })
    const by = { session: kim.hash, now: new Date() }
    for (let time = 0; time < 4; time += 1) await countWrongPassword(world.house, by)
    await expect(changed(kim, 'a guess')).rejects.toMatchObject({ code: 'invalid' })
    await countWrongPassword(world.house, by)
    await expect(changed(kim, password)).rejects.toMatchObject({ code: 'too-many', fields: { current: 'too-many' } })
    const other = await world.person({ role: 'caseworker', password })
    await changed(other, password)
  })
})
