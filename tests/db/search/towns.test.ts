import { beforeAll, describe, expect, test } from 'vitest'
import { showFound } from '@/db/search/show-found'
import { anOpenFile } from '../../support/cases'
import { searching } from '../../support/searching'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let mina: Person
let far: Person
let find: ReturnType<typeof searching>
const refs = { helong: '', port: '', nowhere: '', elsewhere: '' }

beforeAll(async () => {
  world = await makeWorld()
  find = searching(world)
  mina = await world.person({ role: 'caseworker' })
  far = await world.person({ role: 'caseworker', teamId: world.south })
  const opened = async (owner: Person, name: string, given: Record<string, string>) =>
    (await anOpenFile(world, owner, { name, otherName: '', account: 'Said nothing more.', ...given })).ref
  refs.helong = await opened(mina, '류가람', { province: 'CN-JL', place: '허룽시 구류소 앞' })
  refs.port = await opened(mina, '맹다솔', { province: 'CN-JL', place: 'at the gate of Nanping' })
  refs.nowhere = await opened(mina, '반미르', { province: '', place: '和龙' })
  refs.elsewhere = await opened(mina, '사라온', { province: 'CN-JL', place: 'near the station in Tumen' })
  await opened(far, '안바다', { province: 'CN-JL', place: 'Helong' })
})

const found = async (text: string, given: Record<string, string> = {}, person = mina) =>
  (await find.found(person, text, given)).map(({ ref, kinds }) => `${ref} ${kinds.join()}`).sort()
const asPlaces = (...of: string[]) => of.map((ref) => `${ref} place`).sort()

describe('a town is found by its name', () => {
  test.each(['Helong', '허룽', '화룡', '和龍', 'Hwaryong', 'Helong city'])(
    'in any script and reading, with the ports that lie in it: %s',
    async (text) => {
      expect(await found(text)).toEqual(asPlaces(refs.helong, refs.port, refs.nowhere))
    },
  )

  test('a port alone is not its town', async () => {
    expect(await found('南坪')).toEqual(asPlaces(refs.port))
  })

  test('a prefecture is all that lie in it', async () => {
    expect(await found('연변')).toEqual(asPlaces(...Object.values(refs)))
  })

  test('in files that fit what the search is narrowed by, and no others', async () => {
    expect(await found('Helong', { situation: 'DECEASED' })).toEqual([])
    expect(await found('Helong', { team: 'other' })).toEqual([])
    const id = await find.search(mina, 'Helong')
    const narrowed = await find.step(mina, id, { step: 'narrow', text: '남평' })
    expect(await find.refs(mina, narrowed)).toEqual([refs.port])
    const without = await find.step(mina, id, { step: 'exclude', text: 'Nanping' })
    expect((await find.refs(mina, without)).sort()).toEqual([refs.helong, refs.nowhere].sort())
  })

  test('by nobody who may not read the file', async () => {
    expect(await found('Helong', {}, far)).toHaveLength(1)
    expect(await found('南坪', {}, far)).toEqual([])
  })
})

test('what was written of the place stays shut until names are asked for', async () => {
  const id = await find.search(mina, '화룡')
  const hits = async () => (await find.read(mina, id)).rows.find(({ ref }) => ref === refs.helong)?.hits
  expect(await hits()).toEqual([{ kind: 'place', branch: 'situation', reasons: [], text: null }])
  await world.does(mina, showFound, { id })
  expect(await hits()).toMatchObject([{ kind: 'place', text: '허룽시 구류소 앞' }])
})

test('neither the town nor what was found by it stands clear in the row of a search', async () => {
  await find.search(mina, 'Helong')
  const rows = await world.owner.sql`select * from search`
  for (const row of rows) expect(JSON.stringify(row)).not.toContain('Helong')
  for (const row of rows) expect(Buffer.from(row['terms']).includes('Helong')).toBe(false)
})
