import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let mina: Person

beforeAll(async () => {
  world = await makeWorld()
  mina = await world.person({ role: 'caseworker' })
})

const themeOf = async () => {
  const [row] = await world.owner.sql<{ theme: string }[]>`select theme from account where id = ${mina.id}`
  return row?.theme
}

const setTheme = (theme: string) => sql`select set_my_look('en', 'Asia/Seoul', ${theme})`

test('what a transaction did before it was left by an error is undone', async () => {
  const before = await themeOf()
  const left = world.as(mina, async (ctx) => {
    await ctx.db.execute(setTheme('dark'))
    throw new Error('left')
  })
  await expect(left).rejects.toThrow('left')
  expect(await themeOf()).toBe(before)
})

test('a statement that failed and was passed over does not let the rest look kept', async () => {
  const passedOver = world.as(mina, async (ctx) => {
    await ctx.db.execute(setTheme('dark'))
    await ctx.db.execute(sql`select 1 / 0`).catch(() => undefined)
    return 'kept'
  })
  await expect(passedOver).rejects.toThrow('a statement had failed')
  expect(await themeOf()).not.toBe('dark')
  expect(await world.as(mina, (ctx) => Promise.resolve(ctx.actor.id))).toBe(mina.id)
})

test('a connection that is cut in the middle fails its transaction alone, and the pool goes on', async () => {
  const cut = world.as(mina, async (ctx) => {
    await ctx.db.execute(setTheme('dark'))
    const [row] = await ctx.db.execute(sql`select pg_backend_pid() as pid`)
    await world.owner.sql`select pg_terminate_backend(${Number(row?.['pid'])})`
    await ctx.db.execute(sql`select pg_sleep(1)`)
  })
  await expect(cut).rejects.toThrow()
  expect(await themeOf()).not.toBe('dark')
  const after = await Promise.all(
    Array.from({ length: 30 }, () => world.as(mina, (ctx) => Promise.resolve(ctx.actor.id))),
  )
  expect(new Set(after)).toEqual(new Set([mina.id]))
})

test('sixty transactions at once each see their own actor', async () => {
  const jun = await world.person({ role: 'coordinator' })
  const asked = Array.from({ length: 60 }, (_, n) => (n % 2 === 0 ? mina : jun))
  const seen = await Promise.all(
    asked.map((who) =>
      world.as(who, async (ctx) => {
        const [row] = await ctx.db.execute(sql`select my_id() as id`)
        return row?.['id']
      }),
    ),
  )
  expect(seen).toEqual(asked.map(({ id }) => id))
})
