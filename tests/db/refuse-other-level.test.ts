import { expect, test } from 'vitest'
import { markLevel, refuseNewer, refuseOtherLevel } from '@/db/refuse-other-level'
import { makeWorld } from '../support/world'

const { owner } = await makeWorld()
const say = (comment: string) => owner.sql.unsafe(`comment on schema public is '${comment}'`)

test('a database whose migrations are behind is refused in words, by everything but the migration itself', async () => {
  await say('standard public schema')
  await expect(refuseOtherLevel(owner.sql)).rejects.toThrow('The migrations are behind')
  await expect(refuseNewer(owner.sql)).resolves.toBeUndefined()
})

test('a database of a newer Vigil is refused by all, the migration among them', async () => {
  await say('vigil 9999')
  await expect(refuseNewer(owner.sql)).rejects.toThrow('update Vigil')
  await expect(refuseOtherLevel(owner.sql)).rejects.toThrow('update Vigil')
})

test('a migrated database is neither behind nor ahead', async () => {
  await markLevel(owner.sql)
  await expect(refuseOtherLevel(owner.sql)).resolves.toBeUndefined()
})
