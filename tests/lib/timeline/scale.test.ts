import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '@/lib/dates/calendar'
import { contains } from '@/lib/dates/compare'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { drawnDays } from '@/lib/timeline/drawn-days'
import { placeOn, scaleOf, ticksOf } from '@/lib/timeline/scale'
import { stagger } from '@/lib/timeline/stagger'

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1900-01-01', days))
const edtf = fc.oneof(
  day,
  day.map((text) => text.slice(0, 7)),
  day.map((text) => text.slice(0, 4)),
  day.map((text) => `${text.slice(0, 4)}~`),
  day.map((text) => `${text.slice(0, 3)}X`),
  day.map((text) => `${text}/..`),
  day.map((text) => `../${text}`),
  fc.tuple(day, day).map((days) => days.sort().join('/')),
)
const lasting = fc.record({ until: fc.option(day), isOpen: fc.boolean() })
const happened = fc.tuple(edtf, lasting).map(([text, went]) => ({ date: fromEdtf(text), went }))

test('nothing is drawn outside the scale, and nothing ends before it begins', () => {
  fc.assert(
    fc.property(fc.array(happened, { minLength: 1 }), day, (items, today) => {
      const drawn = items.map(({ date, went }) => drawnDays(date, went))
      const scale = scaleOf(drawn, today)
      for (const days of drawn) {
        const place = placeOn(scale, days)
        if (!place) continue
        expect(place.start).toBeGreaterThanOrEqual(0)
        expect(place.end).toBeLessThanOrEqual(1)
        expect(place.start).toBeLessThanOrEqual(place.end)
      }
    }),
  )
})

test('a mark covers every day the date can be', () => {
  fc.assert(
    fc.property(happened, day, day, ({ date, went }, text, today) => {
      const days = drawnDays(date, went)
      const scale = scaleOf([days, { from: text, to: text }], today)
      const [whole, one] = [placeOn(scale, days), placeOn(scale, { from: text, to: text })]
      if (!contains(date, text) || !whole || !one) return
      expect(whole.start).toBeLessThanOrEqual(one.start)
      expect(whole.end).toBeGreaterThanOrEqual(one.end)
    }),
  )
})

test('a later day never stands before an earlier one', () => {
  fc.assert(
    fc.property(day, day, day, (a, b, today) => {
      const scale = scaleOf([{ from: a, to: b }], today)
      const [first, second] = [a, b].sort().map((one) => placeOn(scale, { from: one, to: one })?.start ?? 0)
      expect(first).toBeLessThanOrEqual(second ?? 0)
    }),
  )
})

test('an approximate year is drawn a year wider on each side, and what still goes on runs to the end', () => {
  const still = { until: null, isOpen: true }
  const over = { until: null, isOpen: false }
  expect(drawnDays(fromEdtf('2015~'), over)).toEqual({ from: '2014-01-01', to: '2016-12-31' })
  expect(drawnDays(fromEdtf('2015-03-04'), still)).toEqual({ from: '2015-03-04', to: null })
  expect(drawnDays(fromEdtf('2015-03-04'), { ...over, until: '2015-05-01' })).toMatchObject({ to: '2015-05-01' })
  expect(drawnDays(fromEdtf('2015-03-04'), { ...over, until: '2015-01-01' })).toMatchObject({ to: '2015-03-04' })
})

test('a date that nothing bounds has no place', () => {
  const scale = scaleOf([], '2023-10-12')
  expect(scale).toEqual({ first: 2023, last: 2023 })
  expect(placeOn(scale, { from: null, to: null })).toBeNull()
  expect(placeOn(scale, { from: '2023-01-01', to: '2023-12-31' })).toEqual({ start: 0, end: 1 })
})

test('the years beside a scale lie on it in order, and are never too many to read', () => {
  fc.assert(
    fc.property(day, day, (from, to) => {
      const ticks = ticksOf(scaleOf([{ from, to }], from))
      expect(ticks.length).toBeLessThanOrEqual(13)
      expect(ticks.map(({ at }) => at)).toEqual(ticks.map(({ at }) => at).sort((a, b) => a - b))
      for (const { at } of ticks) expect(at >= 0 && at < 1).toBe(true)
    }),
  )
})

const part = fc.double({ min: 0, max: 1, noNaN: true })
const places = fc.array(
  fc.tuple(part, part).map((ends) => {
    const [start, end] = ends[0] < ends[1] ? ends : ([ends[1], ends[0]] as const)
    return { start, end }
  }),
)

test('marks stand in the rows there are, and no two cover each other while a row is free', () => {
  fc.assert(
    fc.property(places, (all) => {
      const rows = stagger(all, { rows: 3, width: 0.01 })
      expect(rows.every((row) => row >= 0 && row < 3)).toBe(true)
      const alone = stagger(all, { rows: Math.max(1, all.length), width: 0.01 })
      for (const [n, one] of all.entries())
        for (const [m, other] of all.entries()) {
          const isApart = one.end <= other.start || other.end <= one.start
          if (n !== m && alone[n] === alone[m]) expect(isApart).toBe(true)
        }
    }),
  )
})
