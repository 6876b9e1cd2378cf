import { describe, expect, test } from 'vitest'
import { gatherChanges } from '@/lib/home/gather-changes'
import { type MorningFile, morning, untold } from '@/lib/home/morning'

const now = new Date('2026-03-10T08:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
const dateAgo = (days: number) => inDays(-days).toISOString().slice(0, 10)

const file = (ref: string, given: Partial<MorningFile> = {}): MorningFile => ({
  ref,
  situation: 'HIDING',
  risk: 'R2',
  silentSince: dateAgo(0),
  reviewDue: null,
  riskUntil: null,
  returnDue: null,
  ...given,
})

describe('a morning', () => {
  test('tells whose silence is longer than their situation allows, and nobody of whom silence says nothing new', () => {
    const files = [
      file('A', { situation: 'IMMINENT_RETURN', silentSince: dateAgo(2) }),
      file('B', { situation: 'RESETTLED', silentSince: dateAgo(200) }),
      file('C', { situation: 'MISSING', silentSince: dateAgo(900) }),
      file('D', { situation: 'HIDING', silentSince: dateAgo(31) }),
      file('E', { situation: 'HIDING', silentSince: dateAgo(30) }),
    ]
    const { silent } = morning(files, [], now)
    expect(silent.map(({ ref, silentDays, limitDays }) => [ref, silentDays, limitDays])).toEqual([
      ['D', 31, 30],
      ['A', 2, 1],
    ])
  })

  test('tells which clock runs out next within a week, of whatever kind, and no clock that has run out', () => {
    const files = [
      file('A', { reviewDue: inDays(3), riskUntil: inDays(1) }),
      file('B', { reviewDue: inDays(-1) }),
      file('C', { reviewDue: inDays(8) }),
    ]
    const ends = [
      { kind: 'grant' as const, ref: 'D', at: inDays(2) },
      { kind: 'task' as const, ref: 'E', at: inDays(0.1) },
    ]
    expect(morning(files, ends, now).clocks.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual([
      'task E',
      'override A',
      'grant D',
      'review A',
    ])
  })

  test('puts an expected return among the other clocks, however far ahead and after its day, until something is recorded', () => {
    const files = [
      file('A', { reviewDue: inDays(1), returnDue: inDays(2) }),
      file('B', { returnDue: inDays(-2) }),
      file('C', { returnDue: inDays(20) }),
    ]
    expect(morning(files, [], now).clocks.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual([
      'return B',
      'review A',
      'return A',
      'return C',
    ])
  })

  test('is bounded however many files somebody has, and still counts them all', () => {
    const files = Array.from({ length: 100 }, (_, n) =>
      file(`F${n}`, { reviewDue: inDays(-1), silentSince: dateAgo(400) }),
    )
    const { mine, due, silent } = morning(files, [], now)
    expect([mine, due.length, silent.length]).toEqual([100, 20, 20])
  })
})

test('a task that is due stands among the tasks unless the morning tells of it where its file stands', () => {
  const files = [
    file('A', { reviewDue: inDays(-1) }),
    file('B', { reviewDue: inDays(30), silentSince: dateAgo(31) }),
    file('C', { situation: 'IMMINENT_RETURN', returnDue: inDays(0) }),
  ]
  const told = morning(files, [], now)
  const task = (kind: string, ref: string) => ({ kind, ref, at: inDays(-1) })
  const shown = [task('review', 'A'), task('silence', 'B'), task('return', 'C')]
  const left = [task('review', 'B'), task('silence', 'A'), task('review', 'Z'), task('hand', 'A'), task('return', 'A')]
  expect(untold([...shown, ...left], told)).toEqual(left)
})

test('changes are gathered by file, each deed and each colleague once, the last change first', () => {
  const change = (ref: string, deed: string, [by, days]: [string | null, number]) => ({
    ref,
    deed,
    by,
    at: inDays(days),
  })
  const gathered = gatherChanges([
    change('A', 'task.add', ['Mina', -1]),
    change('B', 'case.assign', ['Hana', -2]),
    change('A', 'task.add', [null, -3]),
    change('A', 'situation.record', ['Hana', -4]),
  ])
  expect(gathered).toEqual([
    { ref: 'A', at: inDays(-1), deeds: ['task.add', 'situation.record'], by: ['Mina', 'Hana'] },
    { ref: 'B', at: inDays(-2), deeds: ['case.assign'], by: ['Hana'] },
  ])
})
