import { beforeAll, expect, test } from 'vitest'
import { readCase } from '@/db/cases/read-case'
import { anOpenFile } from '../../support/cases'
import { type World, makeWorld } from '../../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

test('a row of one file cannot hang on a person of another, not even for whoever forgets to check', async () => {
  const worker = await world.person({ role: 'caseworker' })
  const mine = await anOpenFile(world, worker)
  const other = await anOpenFile(world, worker, { name: '한누리', otherName: '' })
  const { people } = await world.as(worker, (ctx) => readCase(ctx, { ref: other.ref }))
  const hang = (caseId: string) => world.owner.sql`
    insert into name_key (tag, case_id, person_id, kind) values ('\\x00', ${caseId}, ${people[0]?.id ?? ''}, 'whole')`
  await expect(hang(mine.id)).rejects.toMatchObject({ code: '23503', constraint_name: 'name_key_person_of_same_file' })
  await expect(hang(other.id)).resolves.toBeDefined()
})
