import { beforeAll, expect, test } from 'vitest'
import { readCase } from '@/db/cases/read-case'
import { editPerson } from '@/db/people/edit-person'
import { EditPerson } from '@/lib/people/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let mina: Person

beforeAll(async () => {
  world = await makeWorld()
  mina = await world.person({ role: 'caseworker' })
})

test('nobody is born in the future: the birth that stands is kept', async () => {
  const { ref } = await anOpenFile(world, mina)
  const [subject] = (await world.does(mina, readCase, { ref })).people
  const saved = (birth: string, version: number) =>
    world.does(mina, editPerson, EditPerson.parse({ ref, personId: subject?.id, version, sex: 'F', birth }))
  await saved('about 1985', 1)
  await expect(saved('2999', 2)).rejects.toMatchObject({ code: 'invalid', fields: { birth: 'future-date' } })
  const [after] = (await world.does(mina, readCase, { ref })).people
  expect([after?.birth, after?.version]).toEqual(['1985~', 2])
})
