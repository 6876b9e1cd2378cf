import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addName } from '@/db/people/add-name'
import { addPerson } from '@/db/people/add-person'
import { nameCandidates } from '@/db/people/name-candidates'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let worker: Person

beforeAll(async () => {
  world = await makeWorld()
})

beforeEach(async () => {
  worker = await world.person({ role: 'caseworker' })
})

const candidates = (written: string, { person = worker, limit = 10 } = {}) =>
  world.as(person, async (ctx) => (await nameCandidates(ctx, written, { from: 0, limit })).found)
const named = async (name: string, by = worker) => anOpenFile(world, by, { name, otherName: '' })
const filesFound = async (written: string, person = worker) =>
  (await candidates(written, { person })).map(({ caseId }) => caseId)

describe('a person is found however the name was written', () => {
  test.each(['김철옥', 'Kim Cheol-ok', 'KIM Chŏl-ok', 'Gim Cheolok', 'Kim Chol Ok', '金哲玉', 'Ким Чхоль Ок'])(
    '%s',
    async (written) => {
      const { id } = await named('김철옥')
      await named('박은별')
      const [first, ...others] = await candidates(written)
      expect(first).toMatchObject({ caseId: id, written: '김철옥' })
      expect(first?.score).toBeGreaterThan(0.59)
      expect(others).toEqual([])
    },
  )

  test('by the given name alone, and under another surname', async () => {
    const { id } = await named('김철옥')
    expect(await filesFound('철옥')).toEqual([id])
    expect(await filesFound('박철옥')).toEqual([id])
  })

  test('where only the given name was told', async () => {
    const { id } = await named('철옥')
    expect(await filesFound('김철옥')).toEqual([id])
  })

  test('by a name added later, and as a relative', async () => {
    const { id, ref } = await named('김철옥')
    const { personId } = await world.does(worker, addPerson, { ref, role: 'relative', sex: 'F', name: '한누리' })
    await world.does(worker, addName, {
      ref,
      personId,
      text: '문가람',
      kind: 'known_as',
      scheme: 'none',
      primary: false,
    })
    expect(await candidates('Mun Garam')).toMatchObject([{ caseId: id, personId, written: '문가람' }])
    expect(await candidates('Han Nuri')).toMatchObject([{ caseId: id, personId, written: '한누리' }])
  })
})

describe('what is not found', () => {
  test('a file out of reach', async () => {
    const other = await world.person({ role: 'caseworker' })
    await named('김철옥', other)
    expect(await filesFound('김철옥')).toEqual([])
    expect(await filesFound('김철옥', other)).toHaveLength(1)
  })

  test.each(['', ' ', '김', 'Kim', '🙂', '+82 10 5555 0101', 'ㅋㅋ'])('anything by %j', async (written) => {
    await named('김철옥')
    expect(await filesFound(written)).toEqual([])
  })
})

test('the nearest stand first, each person once, and no more than were asked for', async () => {
  const { id } = await anOpenFile(world, worker, { name: '김철옥', otherName: 'Kim Chol Ok' })
  const near = await named('김철욱')
  expect(await filesFound('Kim Cheol-ok')).toEqual([id, near.id])
  expect(await candidates('Kim Cheol-ok', { limit: 1 })).toHaveLength(1)
})

test('no tag is of a lone surname or syllable', async () => {
  const { id, ref } = await named('김')
  await world.does(worker, addPerson, { ref, role: 'relative', sex: 'F', name: 'Kim' })
  expect(await world.owner.sql`select kind from name_key where case_id = ${id}`).toEqual([])
})

test('what a candidate opened does not keep the rest of its file from being opened', async () => {
  const { id } = await named('김철옥')
  const opened = await world.as(worker, async (ctx) => {
    await nameCandidates(ctx, '김철옥', { from: 0, limit: 5 })
    await ctx.vault.load([{ id, teamId: world.north, confidentiality: 'assigned', own: 'work' }])
    const [entry] = await ctx.db.query.situationEntries.findMany()
    return entry && ctx.vault.openOptional('situation_entry.place', { caseId: id, rowId: entry.id }, entry.place)
  })
  expect(opened).toBe('Helong')
})
