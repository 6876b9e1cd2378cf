import { beforeAll, expect, test } from 'vitest'
import { readCase } from '@/db/cases/read-case'
import { recordSignOfLife } from '@/db/contacts/record-sign-of-life'
import { addSource } from '@/db/sources/add-source'
import { RecordSignOfLife } from '@/lib/contacts/forms'
import { AddSource } from '@/lib/sources/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let worker: Person

beforeAll(async () => {
  world = await makeWorld()
  worker = await world.person({ role: 'caseworker' })
})

async function sign(ref: string, given: Record<string, string | undefined>) {
  const { sources } = await world.does(worker, readCase, { ref })
  const typed = {
    ref,
    kind: 'call_from_detention',
    at: '2021-04-03',
    sourceId: sources[0]?.id,
    distance: 'second_hand',
    credibility: '3',
    ...given,
  }
  return world.does(worker, recordSignOfLife, RecordSignOfLife.parse(typed))
}

const silentSince = async (ref: string) => {
  const [row] = await world.owner.sql`select silent_since::text as day from case_file where ref = ${ref}`
  return row?.['day']
}

test('a sign of life rests on a claim, ends the silence and never shortens it', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '하늘', otherName: '' })
  await world.owner.sql`update case_file set silent_since = '2019-01-01' where ref = ${ref}`
  await sign(ref, { words: 'They say tomorrow.' })
  expect(await silentSince(ref)).toBe('2021-04-03')
  await sign(ref, { at: '2020' })
  expect(await silentSince(ref)).toBe('2021-04-03')
  const rows = await world.owner.sql`select s.at_month, c.predicate, c.quote is not null as quoted
    from sign_of_life s join claim c on c.id = s.claim_id join case_file f on f.id = s.case_id
   where f.ref = ${ref} order by s.recorded_at`
  expect(rows).toMatchObject([
    { at_month: '2021-04', predicate: 'alive', quoted: true },
    { at_month: null, predicate: 'alive', quoted: false },
  ])
})

test('doubtful word is kept in the ledger and ends no silence', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '이슬', otherName: '' })
  await world.owner.sql`update case_file set silent_since = '2019-01-01' where ref = ${ref}`
  await sign(ref, { credibility: '5' })
  expect(await silentSince(ref)).toBe('2019-01-01')
})

test('a sign of life from the future is refused at its date', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '보람', otherName: '' })
  await expect(sign(ref, { at: '2999' })).rejects.toMatchObject({ fields: { at: 'future-date' } })
})

test('a sign is confirmed only by two independent origins of the same date', async () => {
  const { ref } = await anOpenFile(world, worker, { name: '새벽', otherName: '' })
  await sign(ref, {})
  await expect(sign(ref, { credibility: '1' })).rejects.toMatchObject({
    fields: { credibility: 'two-origins-needed' },
  })
  const other = AddSource.parse({ ref, type: 'NGO', told: 'Hana', reliability: 'B', distance: 'first_hand' })
  await world.does(worker, addSource, other)
  const { sources } = await world.does(worker, readCase, { ref })
  await expect(sign(ref, { credibility: '1', sourceId: sources[1]?.id })).resolves.toMatchObject({ ref })
})
