import { beforeEach, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { recordConsents } from '@/db/intake/record-consents'
import { readCaseTasks } from '@/db/tasks/read-case-tasks'
import { RecordConsents } from '@/lib/intake/forms'
import { anOpenFile } from '../../support/cases'
import { makeWorld } from '../../support/world'

const world = await makeWorld()
const worker = await world.person({ role: 'caseworker' })
const { sql } = world.owner
let file: { id: string; ref: string }
const people = { subject: '', caller: '' }

beforeEach(async () => {
  file = await anOpenFile(world, worker, { name: `이름 ${randomUUID().slice(0, 6)}`, otherName: '' })
  const rows = await sql<{ id: string; role: 'subject' | 'caller' }[]>`
    select id, role from person where case_id = ${file.id}`
  for (const { id, role } of rows) people[role] = id
})

const unasked = { givenBy: 'caller', capacity: 'NONE_VITAL_INTEREST' } as const
const ownWord = { givenBy: 'subject', capacity: 'SELF' } as const

const consent = ({ givenBy, capacity }: typeof unasked | typeof ownWord, decisions: Record<string, string>) => {
  const head = { method: 'voice', at: '2023-04', language: 'Korean' }
  const typed = { ref: file.ref, givenBy: people[givenBy], capacity, ...head, ...decisions }
  return world.does(worker, recordConsents, RecordConsents.parse(typed))
}

/** The purposes whose review is open. */
const reviewed = async () => {
  const rows = await sql<{ scope: string }[]>`
    select c.scope from task t join consent c on c.id = t.about_id
     where t.case_id = ${file.id} and t.kind = 'consent' and t.state = 'open' order by c.scope`
  return rows.map(({ scope }) => scope)
}

test('what is allowed where nobody could be asked is to be reviewed by the owner within 30 days, purpose by purpose', async () => {
  await consent(unasked, { CASEWORK: 'granted', SHARE_UNHCR: 'granted', MEDIA_NAMED: 'refused' })
  expect(await reviewed()).toEqual(['CASEWORK', 'SHARE_UNHCR'])
  const rows = await sql`
    select owner_id = ${worker.id} as own, due_at - recorded_at = interval '30 days' as within from task
     where case_id = ${file.id} and kind = 'consent'`
  expect([...rows]).toEqual(Array(2).fill({ own: true, within: true }))
  const { open } = await world.does(worker, readCaseTasks, { ref: file.ref })
  expect(open.filter(({ kind }) => kind === 'consent').map(({ title }) => title)).toEqual(
    Array(2).fill('vital-interest'),
  )
})

test('any other consent calls for no review', async () => {
  await consent(ownWord, { CASEWORK: 'granted' })
  expect(await reviewed()).toEqual([])
})

test('the review ends when the same purpose is allowed in another capacity, and only that one', async () => {
  await consent(unasked, { CASEWORK: 'granted', SHARE_UNHCR: 'granted' })
  await consent(ownWord, { CASEWORK: 'granted' })
  expect(await reviewed()).toEqual(['SHARE_UNHCR'])
  const [row] = await sql`
    select state, closed_by = ${worker.id} as by from task where case_id = ${file.id} and kind = 'consent' and state <> 'open'`
  expect(row).toEqual({ state: 'done', by: true })
})

test('the review ends when the consent is taken back', async () => {
  await consent(unasked, { SHARE_UNHCR: 'granted' })
  await consent(unasked, { SHARE_UNHCR: 'withdrawn' })
  expect(await reviewed()).toEqual([])
})

test('vital interest held to once more is reviewed anew in 30 days, and no second review stands beside it', async () => {
  await consent(unasked, { SHARE_UNHCR: 'granted' })
  await consent(unasked, { SHARE_UNHCR: 'granted' })
  expect(await reviewed()).toEqual(['SHARE_UNHCR'])
})

test('a task about the person’s own consent is left as it stands', async () => {
  await sql`insert into task (id, case_id, team_id, kind, due_at, about_id, recorded_at)
            values (${randomUUID()}, ${file.id}, ${world.north}, 'consent', now(), ${randomUUID()}, now())`
  await consent(ownWord, { CASEWORK: 'granted' })
  const rows = await sql`select state from task where case_id = ${file.id} and kind = 'consent'`
  expect([...rows]).toEqual([{ state: 'open' }])
})
