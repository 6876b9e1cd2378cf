import { beforeEach, describe, expect, test } from 'vitest'
import { openCase } from '@/db/cases/open-case'
import { recordAnswers } from '@/db/intake/record-answers'
import { likelyPeople } from '@/db/people/likely-people'
import { RecordAnswers } from '@/lib/intake/forms'
import type { Likeness } from '@/lib/intake/likeness'
import { anOpenFile, urgentCall } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let worker: Person
let file: { id: string; ref: string }
let personId: string

beforeEach(async () => {
  world = await makeWorld()
  worker = await world.person({ role: 'caseworker' })
  file = await anOpenFile(world, worker, { name: '김철옥', otherName: '' })
  const [person] = await world.as(worker, (ctx) => likelyPeople(ctx, ['김철옥'], { from: 0.9 }))
  personId = person?.personId ?? expect.fail('nobody is found')
})

const call = (likeness: Likeness[] = [], confirmed = '') =>
  world.does(worker, openCase, {
    ...urgentCall({ name: 'Kim Chol Ok', otherName: '', confirmed }),
    likeness,
  })
const said = (answer: Likeness['answer']): Likeness[] => [{ personId, answer }]
const rows = () =>
  world.owner.sql`select person_id, for_case_id, answer, recorded_by from likeness_answer where case_id = ${file.id}`
const entries = () =>
  world.owner.sql`select object_ids from audit_entry where deed = 'case.likeness' and case_id = ${file.id}`
const filesOpened = async () => {
  const [row] = await world.owner.sql`select count(*)::int as n from case_file where owner_id = ${worker.id}`
  return Number(row?.['n'])
}

test('a file under another spelling of the name is shown before a second one is opened, and why', async () => {
  const answer = await call()
  expect(answer).toMatchObject({
    opened: false,
    matches: { files: [{ ref: file.ref, written: '김철옥', situation: 'DET_TRANSIT', province: 'CN-JL', sex: 'U' }] },
  })
  expect('matches' in answer && answer.matches.files[0]?.reasons).toContain('same-in-dprk')
  expect(await filesOpened()).toBe(1)
})

describe('what is said of it', () => {
  test('the same: leads to that file instead of opening a second, and is recorded', async () => {
    expect(await call(said('same'))).toEqual({ opened: false, same: file.ref })
    expect(await filesOpened()).toBe(1)
    expect(await rows()).toEqual([{ person_id: personId, for_case_id: null, answer: 'same', recorded_by: worker.id }])
    expect(await entries()).toMatchObject([{ object_ids: [file.id, personId] }])
  })

  test('the same, but the file is opened all the same: it is noted with the new file', async () => {
    const answer = await call(said('same'), 'on')
    if (!answer.opened) expect.fail('a file was expected')
    expect(await rows()).toMatchObject([{ for_case_id: answer.id, answer: 'same' }])
  })

  test.each(['different', 'unsure'] as const)('%s: the file is opened, and the answer kept', async (answer) => {
    const opened = await call(said(answer))
    if (!opened.opened) expect.fail('a file was expected')
    expect(await rows()).toMatchObject([{ for_case_id: opened.id, answer }])
    expect(await entries()).toHaveLength(1)
  })

  test('of one of two only: the other is still asked about', async () => {
    await anOpenFile(world, worker, { name: '김철옥', otherName: '' })
    const answer = await call(said('different'))
    expect(answer.opened).toBe(false)
    expect(await rows()).toEqual([])
  })

  test('of a person out of reach: neither recorded nor believed', async () => {
    const stranger = await world.person({ role: 'caseworker' })
    const answer = await world.does(stranger, openCase, {
      ...urgentCall({ name: '문가람', otherName: '', confirmed: '' }),
      likeness: said('same'),
    })
    expect(answer.opened).toBe(true)
    expect(await rows()).toEqual([])
  })

  test('in an interview: it is kept with the file of the interview', async () => {
    const mine = await anOpenFile(world, worker, { name: '문가람', otherName: '' })
    const step = { ref: mine.ref, step: 'names', name: 'Kim Chol Ok', personVersion: '1' }
    await world.does(worker, recordAnswers, { ...RecordAnswers.parse(step), likeness: said('unsure') })
    expect(await rows()).toMatchObject([{ for_case_id: mine.id, answer: 'unsure' }])
  })
})
