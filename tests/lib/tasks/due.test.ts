import { expect, test } from 'vitest'
import { dueOf } from '@/lib/tasks/due'
import { CloseTask, AddTask, ListTasks, listOfKey, taskListKey } from '@/lib/tasks/forms'

const id = '00000000-0000-4000-8000-000000000001'
const seoul = { now: new Date('2026-11-24T03:00:00Z'), zone: 'Asia/Seoul' }

test.each([
  ['2026-11-24T02:59:59Z', 'overdue'],
  ['2026-11-24T03:00:00Z', 'today'],
  ['2026-11-24T14:59:59Z', 'today'],
  ['2026-11-24T15:00:00Z', 'week'],
  ['2026-12-01T14:59:59Z', 'week'],
  ['2026-12-01T15:00:00Z', 'later'],
])('at noon in Seoul what is due at %s is %s', (at, due) => {
  expect(dueOf(new Date(at), seoul)).toBe(due)
})

const typed = { ref: 'V-7K3-MQ', title: 'Ring', day: '2026-11-24', hour: '09' }
const problem = (given: object) => AddTask.safeParse({ ...typed, ...given }).error?.issues[0]?.message

test('a task is due on a day, not in a month, about a day or on the 31st of February', () => {
  expect(problem({})).toBeUndefined()
  expect(problem({ day: 'November 2026' })).toBe('whole-day-needed')
  expect(problem({ day: 'about 2026-11-24' })).toBe('whole-day-needed')
  expect(problem({ day: '2026-02-31' })).toBe('impossible-date')
  expect(problem({ day: '' })).toBe('required')
  expect(problem({ hour: '24' })).toBe('not-on-list')
})

test('what is dropped needs a reason, what is done needs none', () => {
  const closing = (given: object) =>
    CloseTask.safeParse({ ref: 'V-7K3-MQ', taskId: id, version: '1', outcome: 'dropped', ...given })
  expect(closing({}).error?.issues[0]).toMatchObject({ path: ['note'], message: 'reason-needed' })
  expect(closing({ note: '  ' }).success).toBe(false)
  expect(closing({ note: 'asked for twice' }).success).toBe(true)
  expect(closing({ outcome: 'done' }).success).toBe(true)
})

test('a list of tasks says in its key which it is, and a key that is none is one’s own tasks', () => {
  for (const key of ['whose=team', 'whose=mine&kind=gap']) expect(taskListKey(listOfKey(key))).toBe(key)
  expect(taskListKey(listOfKey('whose=everyone&kind=all&x=//evil.example'))).toBe('whose=mine')
  expect(ListTasks.parse({})).toEqual({ whose: 'mine' })
})
