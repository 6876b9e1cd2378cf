import { sql as query } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { record } from '@/db/audit'
import { type Ctx, asPerson, lookAsPerson } from '@/db/ctx'
import { entriesAbout } from '../../support/entries'
import { type Person, makeWorld } from '../../support/world'

const world = await makeWorld()
const { sql } = world.owner
const session = ({ hash }: Person) => ({ hash, now: new Date() })

/** Tells whom it was run as, each time, and leaves an entry each time it stands. */
function told(about: Person) {
  const roles: string[] = []
  const run = async (ctx: Ctx) => {
    roles.push(`${ctx.actor.role} ${ctx.actor.locale}`)
    await record(ctx, 'account.look', { objectIds: [about.id] })
    const [row] = await ctx.db.execute(
      query`select my_reach('case:close') as reach, (select count(*)::int from account) as seen`,
    )
    return { ...row, as: ctx.actor.role }
  }
  return { roles, run }
}

let lead: Person
beforeEach(async () => {
  lead = await world.person({ role: 'coordinator' })
  expect(await asPerson(world.house, session(lead), ({ actor }) => Promise.resolve(actor.role))).toBe('coordinator')
})

describe('whom a session let in before is presumed, and confirmed before anything is told', () => {
  test('once where nothing changed', async () => {
    const { roles, run } = told(lead)
    expect(await asPerson(world.house, session(lead), run)).toMatchObject({ as: 'coordinator', reach: 'team' })
    expect(roles).toEqual(['coordinator en'])
    expect(await entriesAbout(world, lead.id)).toHaveLength(1)
  })

  test('what was asked as somebody who is another by now is undone and asked as they are', async () => {
    await sql`update account set role = 'caseworker', locale = 'ko' where id = ${lead.id}`
    const { roles, run } = told(lead)
    expect(await asPerson(world.house, session(lead), run)).toMatchObject({ as: 'caseworker', reach: 'own' })
    expect(roles).toEqual(['coordinator en', 'caseworker ko'])
    expect(await entriesAbout(world, lead.id)).toHaveLength(1)
  })

  test.each([
    ['has ended', () => sql`update session set ended_at = now() where account_id = ${lead.id}`],
    [
      'is idle too long',
      () => sql`update session set idle_until = now() - interval '1 second' where account_id = ${lead.id}`,
    ],
    [
      'is older than the rights of its account',
      () => sql`update account set access_version = access_version + 1 where id = ${lead.id}`,
    ],
    ['is of an account that is closed', () => sql`update account set state = 'disabled' where id = ${lead.id}`],
  ])('a session that %s is refused, and what was asked under it leaves nothing', async (_, change) => {
    await change()
    const { run } = told(lead)
    await expect(asPerson(world.house, session(lead), run)).rejects.toMatchObject({ code: 'signed-out' })
    await expect(lookAsPerson(world.house, session(lead), { run })).rejects.toMatchObject({ code: 'signed-out' })
    expect(await entriesAbout(world, lead.id)).toEqual([])
  })

  test('under a session that has ended row security shows nothing to what was asked too early', async () => {
    const seen: unknown[] = []
    const run = async ({ db }: Ctx) =>
      seen.push((await db.execute(query`select (select count(*)::int from account) as n`))[0])
    await asPerson(world.house, session(lead), run)
    await sql`update session set ended_at = now() where account_id = ${lead.id}`
    await expect(asPerson(world.house, session(lead), run)).rejects.toMatchObject({ code: 'signed-out' })
    expect(seen).toEqual([{ n: expect.any(Number) }, { n: 0 }])
    expect(seen[0]).not.toEqual({ n: 0 })
  })
})

test('a look that leaves an entry is told when its entry stands, however long that takes', async () => {
  await sql.unsafe(`
    create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.3); return null; end $$;
    create constraint trigger slow after insert on audit_entry deferrable initially deferred for each row execute function slowly()`)
  const { run } = told(lead)
  await lookAsPerson(world.house, session(lead), { run })
  expect(await entriesAbout(world, lead.id)).toHaveLength(1)
  await sql.unsafe('drop trigger slow on audit_entry')
})
