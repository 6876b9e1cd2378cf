import { expect, test } from 'vitest'
import { settleDates } from '@/lib/dates/settle-dates'
import { OpenCase } from '@/lib/cases/forms'
import { SendIntake } from '@/lib/intake/forms'
import { AddTask } from '@/lib/tasks/forms'
import { RecordContact } from '@/lib/people/forms'

const today = '2026-11-24'

test('words that count from today become days in the date fields of a form, and stay words everywhere else', () => {
  const typed = { name: 'today', account: '내일', when: '내일', told: 'yesterday' }
  expect(settleDates(OpenCase, typed, today)).toEqual({ ...typed, when: '2026-11-25' })
  expect(settleDates(RecordContact, { at: 'yesterday', note: 'today' }, today)).toEqual({
    at: '2026-11-23',
    note: 'today',
  })
})

test('a form with two buttons asks for the dates of the form inside it', () => {
  expect(settleDates(SendIntake, { when: 'yesterday', name: 'today' }, today)).toEqual({
    when: '2026-11-23',
    name: 'today',
  })
})

test('a date that is made into something else afterwards is settled too', () => {
  expect(settleDates(AddTask, { day: 'tomorrow', title: 'tomorrow' }, today)).toEqual({
    day: '2026-11-25',
    title: 'tomorrow',
  })
})

test('what is a date by itself, is none, or is no text, is left as it was typed', () => {
  for (const when of ['2023년 4월', 'soon', '', undefined, '04/05/2023', 'to\u202Emorrow'])
    expect(settleDates(OpenCase, { when }, today)).toEqual({ when })
  expect(settleDates(OpenCase, { when: 'last month' }, today)).toEqual({ when: '2026-10' })
})
