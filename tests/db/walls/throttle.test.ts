import { beforeEach, describe, expect, test } from 'vitest'
import { countFailure } from '@/db/accounts/count-failure'
import { signIn } from '@/db/accounts/sign-in'
import { asNobody } from '@/db/ctx'
import { Refusal } from '@/lib/refusal'
import { type Person, type World, makeWorld } from '../../support/world'

const password = 'a password that is long enough'

let world: World
let mina: Person

beforeEach(async () => {
  world = await makeWorld()
  mina = await world.person({ role: 'caseworker', password })
})

/** What the door does with a sign-in: a wrong one is counted in a transaction of its own. */
async function attempt(email: string, address: string, guess: string): Promise<string> {
  const asked = { email, address, password: guess }
  try {
    await asNobody(world.house, new Date(), (ctx) => signIn(ctx, asked))
    return 'in'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'invalid') await asNobody(world.house, new Date(), (ctx) => countFailure(ctx, asked))
    return error.code
  }
}

/** Failures without the cost of the comparison, from that many addresses or against that many accounts. */
async function failures(times: number, of: (index: number) => { email: string; address: string }): Promise<void> {
  await asNobody(world.house, new Date(), async (ctx) => {
    for (let index = 0; index < times; index += 1) await countFailure(ctx, { ...of(index), password: 'wrong' })
  })
}

const over = () => world.owner.sql`update throttle set blocked_until = now() - interval '1 second'`
const address = (index: number) => `198.51.100.${String(index)}`

describe('guessing slows', () => {
  test('by address and account together: the sixth guess waits, whatever it guesses', async () => {
    for (let time = 0; time < 5; time += 1) expect(await attempt(mina.email, address(1), 'wrong')).toBe('invalid')
    expect(await attempt(mina.email, address(1), 'wrong')).toBe('too-many')
    expect(await attempt(mina.email, address(1), password)).toBe('too-many')
  })

  test('longer each time, up to a quarter of an hour and no longer', async () => {
    await failures(40, () => ({ email: mina.email, address: address(1) }))
    const [row] = await world.owner.sql<{ longest: number }[]>`
      select max(extract(epoch from blocked_until - now()))::float as longest from throttle`
    expect(row?.longest).toBeGreaterThan(600)
    expect(row?.longest).toBeLessThanOrEqual(900)
  })

  test('by account, from however many addresses', async () => {
    await failures(20, (index) => ({ email: mina.email, address: address(index) }))
    expect(await attempt(mina.email, address(99), password)).toBe('too-many')
    await over()
    expect(await attempt(mina.email, address(99), password)).toBe('in')
  })

  test('by address, against however many accounts', async () => {
    await failures(50, (index) => ({ email: `nobody${String(index)}@test.example`, address: address(1) }))
    expect(await attempt(mina.email, address(1), password)).toBe('too-many')
    expect(await attempt(mina.email, address(2), password)).toBe('in')
  })

  test('and the same for an account that does not exist', async () => {
    for (let time = 0; time < 5; time += 1)
      expect(await attempt('nobody@test.example', address(1), 'wrong')).toBe('invalid')
    expect(await attempt('nobody@test.example', address(1), 'wrong')).toBe('too-many')
  })
})

describe('the owner still gets in', () => {
  test('from an address that is known, while others guess from everywhere', async () => {
    expect(await attempt(mina.email, address(1), password)).toBe('in')
    await failures(30, (index) => ({ email: mina.email, address: address(10 + index) }))
    expect(await attempt(mina.email, address(9), password)).toBe('too-many')
    expect(await attempt(mina.email, address(1), password)).toBe('in')
  })

  test('even after mistyping there', async () => {
    expect(await attempt(mina.email, address(1), password)).toBe('in')
    await failures(30, (index) => ({ email: mina.email, address: address(10 + index) }))
    for (let time = 0; time < 2; time += 1) expect(await attempt(mina.email, address(1), 'mistyped')).toBe('invalid')
    expect(await attempt(mina.email, address(1), password)).toBe('in')
  })

  test('and a known address guesses no longer than any other', async () => {
    expect(await attempt(mina.email, address(1), password)).toBe('in')
    await failures(8, () => ({ email: mina.email, address: address(1) }))
    expect(await attempt(mina.email, address(1), password)).toBe('too-many')
  })
})

describe('no answer tells which accounts exist', () => {
  const refusal = async (email: string, guess: string) =>
    asNobody(world.house, new Date(), (ctx) => signIn(ctx, { email, address: address(1), password: guess })).catch(
      (error: unknown) => error,
    )

  test('an unknown account, a wrong password, a disabled and a waiting account are answered alike', async () => {
    const disabled = await world.person({ role: 'caseworker', state: 'disabled', password })
    const waiting = await world.person({ role: 'caseworker', state: 'waiting', password })
    const bare = await world.person({ role: 'caseworker' })
    const expected = await refusal('nobody@test.example', password)
    expect(expected).toMatchObject({ code: 'invalid', fields: { email: 'wrong-sign-in' } })
    for (const [email, guess] of [
      [mina.email, 'wrong'],
      [disabled.email, password],
      [waiting.email, password],
      [bare.email, password],
    ] as const) {
      expect(await refusal(email, guess), email).toEqual(expected)
    }
  })

  test('and takes the same time within noise', async () => {
    const median = async (email: string) => {
      const times: number[] = []
      for (let time = 0; time < 9; time += 1) {
        const start = performance.now()
        await refusal(email, 'wrong')
        times.push(performance.now() - start)
      }
      return times.sort((a, b) => a - b)[4] ?? 0
    }
    await refusal('nobody@test.example', 'wrong')
    const [unknown, wrong] = [await median('nobody@test.example'), await median(mina.email)]
    expect(Math.max(unknown, wrong) / Math.min(unknown, wrong)).toBeLessThan(1.6)
    expect(unknown).toBeGreaterThan(3)
  })

  test('a failed sign-in leaves a keyed tag of the name that was asked, never its text', async () => {
    await attempt('nobody@test.example', address(1), 'wrong')
    const rows = await world.owner
      .sql`select e::text as row from audit_entry e where outcome = 'refused' and deed = 'account.sign-in'`
    expect(rows).toHaveLength(1)
    const everything = await world.owner.sql`select t::text as row from throttle t`
    expect(JSON.stringify([rows, everything])).not.toMatch(/nobody|198\.51/)
  })
})
