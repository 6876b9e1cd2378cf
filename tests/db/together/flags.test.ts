import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { HomeQuery, readHome } from '@/db/home/read-home'
import { followCase, unfollowCase } from '@/db/together/follow-case'
import { lowerFlag, raiseFlag } from '@/db/together/raise-flag'
import { readCase } from '@/db/cases/read-case'
import { readTogether } from '@/db/together/read-together'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let owner: Person
let mate: Person
let ref: string
let id: string

beforeAll(async () => {
  world = await makeWorld()
  owner = await world.person({ role: 'caseworker' })
  mate = await world.person({ role: 'caseworker' })
  const file = await anOpenFile(world, owner)
  ref = file.ref
  id = file.id
  await world.owner.sql`update case_file set confidentiality = 'team' where id = ${id}`
})

const isFlagged = async () => (await world.owner.sql`select is_flagged from case_file where id = ${id}`)[0]
const reason = 'it was explained'
const flagsOf = async (person: Person) => (await world.does(person, readTogether, { ref })).flags
const standingFlags = async (person: Person) => (await flagsOf(person)).filter(({ lowered }) => !lowered)

test('a colleague who only reads the file may flag it, and the file is flagged until its last flag is lowered', async () => {
  await world.does(mate, raiseFlag, { ref, reason: 'the dates do not fit' })
  await world.does(owner, raiseFlag, { ref, reason: 'ask a lawyer' })
  expect(await isFlagged()).toEqual({ is_flagged: true })
  const standing = await flagsOf(owner)
  expect(standing.map(({ reason }) => reason).sort()).toEqual(['ask a lawyer', 'the dates do not fit'])
  for (const [left, { id: flagId }] of [true, false].map((left, n) => [left, standing[n] ?? { id: '' }] as const)) {
    await world.does(owner, lowerFlag, { ref, flagId, version: 1, reason })
    expect(await isFlagged()).toEqual({ is_flagged: left })
  }
  expect(await standingFlags(owner)).toEqual([])
})

test('who raised a flag may lower it and so may its coordinator, but another reader may not wave it off', async () => {
  const lead = await world.person({ role: 'coordinator' })
  await world.does(owner, raiseFlag, { ref, reason: 'by the owner' })
  await world.does(mate, raiseFlag, { ref, reason: 'by the mate' })
  const flagOf = async (text: string) => (await standingFlags(owner)).find((flag) => flag.reason === text)?.id ?? ''
  const lower = async (person: Person, text: string) =>
    world.does(person, lowerFlag, { ref, flagId: await flagOf(text), version: 1, reason })
  await expect(lower(mate, 'by the owner')).rejects.toMatchObject({ code: 'forbidden' })
  expect((await standingFlags(mate)).map((flag) => flag.mayLower).sort()).toEqual([false, true])
  await lower(mate, 'by the mate')
  await lower(lead, 'by the owner')
  expect(await isFlagged()).toEqual({ is_flagged: false })
})

test('the database itself keeps a reader from lowering another’s flag, from lowering it in another’s name and from raising it again', async () => {
  await world.does(owner, raiseFlag, { ref, reason: 'walled' })
  const one = (await standingFlags(owner)).find((flag) => flag.reason === 'walled')?.id ?? ''
  const lowered = (person: Person, by: string | null) =>
    world.as(
      person,
      async ({ db }) =>
        (await db.execute(sql`update flag set lowered_by = ${by}::uuid where id = ${one} returning id`)).length,
    )
  expect(await lowered(mate, mate.id)).toBe(0)
  await expect(lowered(owner, mate.id)).rejects.toMatchObject({ cause: { code: '42501' } })
  expect(await lowered(owner, owner.id)).toBe(1)
  expect(await lowered(owner, owner.id)).toBe(0)
  const raised = world.as(mate, ({ db }) =>
    db.execute(
      sql`insert into flag (id, case_id, reason, recorded_by, recorded_at) values (gen_random_uuid(), ${id}, '', ${owner.id}, now())`,
    ),
  )
  await expect(raised).rejects.toMatchObject({ cause: { code: '42501' } })
})

test('a lowered flag keeps the reason why it came down, and the log does not', async () => {
  await world.does(mate, raiseFlag, { ref, reason: 'a doubt' })
  const [flag] = await standingFlags(owner)
  await world.does(owner, lowerFlag, { ref, flagId: flag?.id ?? '', version: 1, reason: 'the aunt explained it' })
  const lowered = (await flagsOf(mate)).find(({ id: one }) => one === flag?.id)
  expect(lowered).toMatchObject({ lowered: { by: owner.id, reason: 'the aunt explained it' } })
  const [row] = await world.owner.sql<
    { lowered_reason: Buffer }[]
  >`select lowered_reason from flag where id = ${flag?.id ?? ''}`
  expect(row?.lowered_reason.includes(Buffer.from('aunt'))).toBe(false)
})

test('a flag that a colleague has lowered already is a conflict', async () => {
  await world.does(mate, raiseFlag, { ref, reason: 'once more' })
  const [flag] = await standingFlags(owner)
  const lower = () => world.does(owner, lowerFlag, { ref, flagId: flag?.id ?? '', version: 1, reason })
  await lower()
  await expect(lower()).rejects.toMatchObject({ code: 'conflict' })
})

test('a followed file stands on the follower’s home while it is within reach, and no longer when it is not', async () => {
  const query = HomeQuery.parse({ keysDir: '/keys', world: 'own', embedded: true })
  const told = async () => {
    const answer = await world.does(mate, readHome, query)
    return 'followedFiles' in answer ? answer.followedFiles.map((file) => file.ref) : null
  }
  expect(await told()).toEqual([])
  await world.does(mate, followCase, { ref })
  await world.does(mate, followCase, { ref })
  expect(await told()).toEqual([ref])
  expect(await world.does(mate, readTogether, { ref })).toMatchObject({ followed: true })
  await world.owner.sql`update case_file set confidentiality = 'assigned' where id = ${id}`
  expect(await told()).toEqual([])
  await world.owner.sql`update case_file set confidentiality = 'team' where id = ${id}`
  await world.does(mate, unfollowCase, { ref })
  expect(await told()).toEqual([])
})

const nameOf = (person: Person) => world.as(person, ({ actor }) => Promise.resolve(actor.name))

test('who has opened the file within ten minutes is named to others who may see it, and to nobody else', async () => {
  const present = async (person: Person) => {
    const [elsewhere, first] = [
      await world.does(person, readTogether, { ref }),
      await world.does(person, readCase, { ref }),
    ]
    expect(elsewhere.head.present).toEqual(first.present)
    return first.present
  }
  await world.does(owner, readTogether, { ref })
  expect(await present(mate)).toEqual([await nameOf(owner)])
  expect(await present(owner)).toEqual([await nameOf(mate)])
  await world.owner.sql`update case_file set confidentiality = 'assigned' where id = ${id}`
  expect(await present(owner)).toEqual([])
  const asked = world.as(mate, ({ db }) => db.execute(`select * from open_with('${id}')`))
  expect([...(await asked)]).toEqual([])
})
