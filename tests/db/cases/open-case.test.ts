import { beforeAll, expect, test } from 'vitest'
import { listCases } from '@/db/cases/list-cases'
import { openCase } from '@/db/cases/open-case'
import { readCase } from '@/db/cases/read-case'
import { readFamily } from '@/db/contacts/read-family'
import { ListCases } from '@/lib/cases/list-cases'
import { anOpenFile, urgentCall } from '../../support/cases'
import { type World, makeWorld } from '../../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

test('an urgent call becomes a file that its owner can read back', async () => {
  const mina = await world.person({ role: 'caseworker' })
  const { ref } = await anOpenFile(world, mina)
  const file = await world.as(mina, (ctx) => readCase(ctx, { ref }))
  expect(file.situation).toBe('DET_TRANSIT')
  expect(file.risk).toBe('R3')
  expect(file.people.map((person) => person.names.map((name) => name.text))).toEqual([['리은별', 'Ri Un-byol'], []])
  expect(file.entries[0]?.sourceIds).toEqual(file.sources.map((source) => source.id))
  expect((await world.does(mina, readFamily, { ref })).channels).toHaveLength(1)
  const list = await world.as(mina, (ctx) => listCases(ctx, ListCases.parse({})))
  expect(list.rows.map((row) => row.ref)).toContain(ref)
  expect(list.rows.map((row) => row.name)).toEqual([null])
})

test('who told it is known by name to the readers of the file only where that was ticked, and as a source either way', async () => {
  const mina = await world.person({ role: 'caseworker' })
  const namesOf = async (given: { isCallerNamed?: string; told?: string }) => {
    const { id, ref } = await anOpenFile(world, mina, { told: 'Ri Un-ha', ...given })
    const { people, sources } = await world.does(mina, readCase, { ref })
    const caller = people.find(({ role }) => role === 'caller')
    const [identity] = await world.owner.sql`select count(*)::int as n from source_identity where case_id = ${id}`
    return { names: caller?.names.map(({ text }) => text), sources: sources.length, identities: identity?.['n'] }
  }
  expect(await namesOf({})).toEqual({ names: [], sources: 1, identities: 1 })
  expect(await namesOf({ isCallerNamed: 'on' })).toEqual({ names: ['Ri Un-ha'], sources: 1, identities: 1 })
  expect(await namesOf({ isCallerNamed: 'on', told: '' })).toEqual({ names: [], sources: 1, identities: 0 })
})

test('the same whole name within reach is answered before a second file is made', async () => {
  const mina = await world.person({ role: 'caseworker' })
  const { ref } = await anOpenFile(world, mina, { name: '한누리', otherName: '' })
  const answer = await world.does(
    mina,
    openCase,
    urgentCall({ name: '한누리'.normalize('NFD'), otherName: '', confirmed: '' }),
  )
  expect(answer).toMatchObject({
    opened: false,
    matches: { files: [{ ref, situation: 'DET_TRANSIT' }], teams: [], hints: [] },
  })
})

test('a file out of reach shows as the name of the team that holds it, and nothing else', async () => {
  const other = await world.person({ role: 'caseworker', teamId: world.south })
  await anOpenFile(world, other, { name: '문가람', otherName: '' })
  const mina = await world.person({ role: 'caseworker' })
  const answer = await world.does(mina, openCase, urgentCall({ name: '문가람', otherName: '', confirmed: '' }))
  expect(answer).toEqual({ opened: false, matches: { files: [], teams: ['South team'], hints: [expect.any(String)] } })
})
