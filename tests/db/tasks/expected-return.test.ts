import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { readCase } from '@/db/cases/read-case'
import { drawCases, openCases } from '@/db/cases/open-cases'
import { reopenCase } from '@/db/cases/reopen-case'
import { readBoard } from '@/db/home/read-board'
import { readToday } from '@/db/home/read-today'
import { recordSituation } from '@/db/situations/record-situation'
import { ReopenCase } from '@/lib/decisions/forms'
import { RecordSituation } from '@/lib/situations/forms'
import { returnDueAt } from '@/lib/situations/expected-return'
import { anOpenFile, urgentCall } from '../../support/cases'
import { type Person, makeWorld } from '../../support/world'

const world = await makeWorld()
const { sql } = world.owner
const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const [soon, later] = [dayAhead(3), dayAhead(20)]

const planned = (worker: Person, when: string) =>
  anOpenFile(world, worker, {
    situation: 'IMMINENT_RETURN',
    when,
    name: `이름 ${randomUUID().slice(0, 6)}`,
    otherName: '',
  })

const clocks = async (ref: string) => {
  const rows = await sql<{ said: string }[]>`
    select to_char(t.due_at at time zone 'UTC', 'YYYY-MM-DD ') || t.state as said from task t join case_file c on c.id = t.case_id
     where c.ref = ${ref} and t.kind = 'return' order by t.recorded_at, t.id`
  return rows.map(({ said }) => said)
}

async function news(worker: Person, ref: string, given: Record<string, string>) {
  const { version, sources } = await world.does(worker, readCase, { ref })
  const typed = { ref, version: String(version), sourceId: sources[0]?.id, credibility: '3', ...given }
  return world.does(worker, recordSituation, RecordSituation.parse(typed))
}

test('the day of an expected return is a task of its owner, follows what was said last, and ends with the next situation', async () => {
  const worker = await world.person({ role: 'caseworker' })
  const { ref } = await planned(worker, soon)
  expect(await clocks(ref)).toEqual([`${soon} open`])
  await news(worker, ref, { situation: 'IMMINENT_RETURN', when: later })
  expect(await clocks(ref)).toEqual([`${soon} done`, `${later} open`])
  await news(worker, ref, { situation: 'DET_TRANSIT', when: dayAhead(0), stance: 'denies' })
  expect(await clocks(ref)).toEqual([`${soon} done`, `${later} open`])
  await news(worker, ref, { situation: 'RETURNED', when: dayAhead(0) })
  expect(await clocks(ref)).toEqual([`${soon} done`, `${later} done`])
})

test('a file that becomes an imminent return has the clock, and one without a day ahead has none', async () => {
  const worker = await world.person({ role: 'caseworker' })
  const { ref } = await anOpenFile(world, worker, { name: '새 이름', otherName: '' })
  await news(worker, ref, { situation: 'IMMINENT_RETURN', when: 'May 2021' })
  expect(await clocks(ref)).toEqual([])
  await news(worker, ref, { situation: 'IMMINENT_RETURN', when: soon })
  expect(await clocks(ref)).toEqual([`${soon} open`])
})

test('the clock of a file that is opened again runs again', async () => {
  const worker = await world.person({ role: 'caseworker' })
  const { id, ref } = await planned(worker, soon)
  await sql`update task set state = 'dropped' where case_id = ${id}`
  await sql`update case_file set workflow = 'closed' where id = ${id}`
  expect(await clocks(ref)).toEqual([`${soon} dropped`])
  await world.does(worker, reopenCase, ReopenCase.parse({ ref, version: '1', reason: 'news' }))
  expect(await clocks(ref)).toEqual([`${soon} dropped`, `${soon} open`])
})

test('files that come in as a list have it too', async () => {
  const worker = await world.person({ role: 'caseworker' })
  const input = urgentCall({ situation: 'IMMINENT_RETURN', when: soon, name: '목록 이름' })
  const ref = await world.as(worker, async (ctx) => {
    const drawn = await drawCases(ctx, { teamId: world.north }, [input])
    await openCases(ctx, drawn)
    return drawn[0]?.rows.file.ref ?? ''
  })
  expect(await clocks(ref)).toEqual([`${soon} open`])
})

test('it stands among the clocks of the worker and on the board of the team, and nowhere for a stranger', async () => {
  const worker = await world.person({ role: 'caseworker' })
  const [far, near] = [await planned(worker, later), await planned(worker, soon)]
  const { clocks: shown, tasks } = await world.as(worker, readToday)
  expect(shown.filter(({ kind }) => kind === 'return')).toEqual([
    { kind: 'return', ref: near.ref, at: returnDueAt(soon) },
    { kind: 'return', ref: far.ref, at: returnDueAt(later) },
  ])
  expect(tasks).toEqual([])
  const on = async (teamId: string) => {
    const lead = await world.person({ role: 'coordinator', teamId })
    return (await world.as(lead, readBoard))?.returns.map(({ ref }) => ref) ?? []
  }
  const board = await on(world.north)
  expect(board).toContain(far.ref)
  expect(board.indexOf(near.ref)).toBeLessThan(board.indexOf(far.ref))
  expect(board.indexOf(near.ref)).not.toBe(-1)
  expect(await on(world.south)).toEqual([])
})

test('of a file for named people the board of a coordinator who is not one of them tells nothing', async () => {
  const worker = await world.person({ role: 'caseworker' })
  const lead = await world.person({ role: 'coordinator' })
  const { id, ref } = await planned(worker, soon)
  await sql`update case_file set confidentiality = 'named' where id = ${id}`
  const board = await world.as(lead, readBoard)
  expect(board?.returns.map((one) => one.ref)).not.toContain(ref)
  expect((await world.as(worker, readToday)).clocks).toContainEqual({ kind: 'return', ref, at: returnDueAt(soon) })
})
