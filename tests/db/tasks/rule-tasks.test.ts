import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { recordContact } from '@/db/contacts/record-contact'
import { readCase } from '@/db/cases/read-case'
import { readFamily } from '@/db/contacts/read-family'
import { recordSituation } from '@/db/situations/record-situation'
import { RecordContact } from '@/lib/people/forms'
import { RecordSituation } from '@/lib/situations/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

const world: World = await makeWorld()
let worker: Person
let file: { id: string; ref: string }

beforeEach(async () => {
  worker = await world.person({ role: 'caseworker' })
  file = await anOpenFile(world, worker, {
    situation: 'HIDING',
    when: '2020',
    name: `이름 ${randomUUID().slice(0, 6)}`,
  })
})

const open = async () => {
  const rows = await world.owner.sql<{ kind: string }[]>`
    select kind from task where case_id = ${file.id} and state = 'open' order by kind`
  return rows.map(({ kind }) => kind)
}

async function news(given: Record<string, string>) {
  const { version, sources } = await world.does(worker, readCase, { ref: file.ref })
  const typed = { ref: file.ref, version: String(version), sourceId: sources[0]?.id, credibility: '3', ...given }
  return world.does(worker, recordSituation, RecordSituation.parse(typed))
}

/** A task that a rule has opened before, written as the owner of the database. */
const waits = (kind: string, aboutId = file.id) => world.owner.sql`
  insert into task (id, case_id, team_id, kind, due_at, about_id, recorded_at)
  values (${randomUUID()}, ${file.id}, ${world.north}, ${kind}, now(), ${aboutId}, now())`

test('a new file has its first review, due when the situation says and its owner’s to do', async () => {
  expect(await open()).toEqual(['review'])
  const [row] = await world.owner.sql`
    select t.due_at = c.review_due as due, t.owner_id = c.owner_id as own from task t join case_file c on c.id = t.case_id where c.id = ${file.id}`
  expect(row).toEqual({ due: true, own: true })
})

test('news of the person ends review and silence, and the next review is due by the new situation', async () => {
  await waits('silence')
  await news({ situation: 'DET_TRANSIT', when: '2023-04' })
  expect(await open()).toEqual(['review'])
  const rows = await world.owner.sql`
    select t.state, t.closed_by = ${worker.id} as by, t.due_at = c.review_due as due from task t join case_file c on c.id = t.case_id
     where c.id = ${file.id} and kind = 'review' order by t.recorded_at`
  expect([...rows]).toEqual([
    { state: 'done', by: true, due: false },
    { state: 'open', by: null, due: true },
  ])
})

test('a stage that is missing is a task until it is known, and no other entry closes it', async () => {
  await news({ situation: 'RETURNED', when: '2023-10', gapReason: 'nobody saw it' })
  expect(await open()).toEqual(['gap', 'review'])
  await news({ situation: 'DET_ORIGIN', when: '2024' })
  expect(await open()).toEqual(['gap', 'review'])
  await news({ situation: 'DET_TRANSIT', when: '2023-04' })
  expect(await open()).toEqual(['review'])
})

async function call(outcome: string): Promise<void> {
  const { people, channels } = await world.does(worker, readFamily, { ref: file.ref })
  const personId = people.find(({ role }) => role === 'caller')?.id
  const channelId = channels[0]?.id
  const typed = { ref: file.ref, personId, channelId, at: '2021', direction: 'outgoing', outcome }
  await world.does(worker, recordContact, RecordContact.parse(typed))
}

test('a try ends the waiting for it, only somebody reached ends the silence, and trying another channel goes on', async () => {
  const { channels } = await world.does(worker, readFamily, { ref: file.ref })
  await waits('silence')
  await waits('try-again', channels[0]?.id)
  await waits('try-again', randomUUID())
  await call('no_answer')
  expect(await open()).toEqual(['review', 'silence', 'try-again'])
  await call('reached')
  expect(await open()).toEqual(['review', 'try-again'])
})
