import { beforeAll, expect, test } from 'vitest'
import { readCase } from '@/db/cases/read-case'
import { addSource } from '@/db/sources/add-source'
import { recordSituation } from '@/db/situations/record-situation'
import { RecordSituation } from '@/lib/situations/forms'
import { AddSource } from '@/lib/sources/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let worker: Person
beforeAll(async () => {
  world = await makeWorld()
  worker = await world.person({ role: 'caseworker' })
})

const read = (ref: string) => world.does(worker, readCase, { ref })

async function said(ref: string, given: Record<string, string>) {
  const { version, sources } = await read(ref)
  const typed = { ref, version, sourceId: sources.at(-1)?.id, situation: 'RETURNED', credibility: '3', ...given }
  return world.does(worker, recordSituation, RecordSituation.parse(typed))
}

test('an official denial stands beside what others say and changes neither situation nor risk nor clock', async () => {
  const { ref } = await anOpenFile(world, worker)
  const before = await read(ref)
  await world.does(
    worker,
    addSource,
    AddSource.parse({ ref, type: 'GOV_STATEMENT', reliability: 'F', distance: 'unknown' }),
  )
  await said(ref, { stance: 'denies', situation: 'RETURNED', when: 'May 2021' })
  const after = await read(ref)
  expect(after.entries.map(({ stance, situation }) => [stance, situation])).toEqual([
    ['denies', 'RETURNED'],
    ['asserts', 'DET_TRANSIT'],
  ])
  expect([after.situation, after.risk]).toEqual([before.situation, before.risk])
})

test('a denial of what nobody could come to is recorded, for it claims no transition', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '한누리', otherName: '' })
  await expect(said(ref, { stance: 'denies', situation: 'RESETTLED' })).resolves.toMatchObject({ ref })
})

test('“confirmed” is refused on one origin and taken on two, one of which can be judged', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '문가람', otherName: '' })
  await said(ref, { credibility: '2' })
  const alone = said(ref, { credibility: '1', situation: 'DET_ORIGIN' })
  await expect(alone).rejects.toMatchObject({ fields: { credibility: 'two-origins-needed' } })
  await said(ref, { credibility: '2', situation: 'DET_ORIGIN' })
  await world.does(worker, addSource, AddSource.parse({ ref, type: 'NGO', reliability: 'B', distance: 'first_hand' }))
  await expect(said(ref, { credibility: '1', situation: 'DET_ORIGIN' })).resolves.toMatchObject({ ref })
})
