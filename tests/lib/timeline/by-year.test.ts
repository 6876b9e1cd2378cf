import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { byYear } from '@/lib/timeline/by-year'
import { TimelineQuery, timelinePath } from '@/lib/timeline/forms'
import { timelineKinds } from '@/lib/timeline/kinds'

const bounds = fc.constantFrom('2021', '2021-03', '2021-03-05', '2019-12-31', '../2020-05', '2020/..').map(fromEdtf)
const items = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 999 }).map(String),
    bounds: fc.option(bounds),
    recordedAt: fc.integer({ min: 0, max: 3 }),
  }),
  { selector: ({ id }) => id },
)

test('each item stands once, under its year or among those without a date', () => {
  fc.assert(
    fc.property(items, (all) => {
      const { years, undated } = byYear(all)
      const told = [...years.flatMap((year) => year.items), ...undated]
      expect(told.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
      expect(undated.every((item) => item.bounds === null)).toBe(true)
      expect(years.map(({ year }) => year)).toEqual([...new Set(years.map(({ year }) => year))].sort((a, b) => b - a))
    }),
  )
})

test('the order does not hang on how the items came', () => {
  fc.assert(
    fc.property(items, (all) => {
      expect(byYear([...all].reverse())).toEqual(byYear(all))
    }),
  )
})

test('newest stands first; of an interval without a beginning its end counts', () => {
  const item = (edtf: string, recordedAt = 0) => ({ id: edtf, bounds: fromEdtf(edtf), recordedAt })
  const { years } = byYear([item('2019-12-31'), item('../2020-05'), item('2021'), item('2021-03-05')])
  expect(years.map(({ year, items: ofYear }) => [year, ...ofYear.map(({ id }) => id)])).toEqual([
    [2021, '2021-03-05', '2021'],
    [2020, '../2020-05'],
    [2019, '2019-12-31'],
  ])
})

test('a timeline’s address asks for the kinds and the page it was made of', () => {
  const at = (path: string) => {
    const { searchParams } = new URL(path, 'http://localhost')
    const kind = searchParams.getAll('kind')
    return TimelineQuery.parse({ ref: 'V-1', kind, before: searchParams.get('before') ?? undefined })
  }
  const before = '2021-03-05 10:00:00.123456+00:00~11111111-1111-4111-8111-111111111111'
  expect(at(timelinePath('V-1', { kind: ['task', 'sign'], before }))).toEqual({
    ref: 'V-1',
    kind: ['sign', 'task'],
    before: { at: before.split('~')[0], id: before.split('~')[1] },
  })
  expect(timelinePath('V-1', { kind: timelineKinds })).toBe('/cases/V-1/timeline')
})
